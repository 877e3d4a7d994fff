import type { Variable } from '../types.ts';

export const resultsVariables: readonly Variable[] = [
  {
    name: 'td.last_job_id', // BaseTdJobOperator.java:104
    type: ['string'],
    meaning: 'Id of the Treasure Data job that ran last.',
    available: 'after operator',
    operators: ['td', 'td_run', 'td_for_each', 'td_load', 'td_table_export', 'td_result_export', 'td_partial_delete'],
    defined:
      'in tasks after td>, td_run>, td_for_each>, td_load>, td_table_export>, td_result_export> or td_partial_delete> (and in its _check)',
    example: '52036074',
    documentation: 'operators/td',
    uses: 7,
  },
  {
    name: 'td.last_job.id', // BaseTdJobOperator.java:106
    type: ['string'],
    meaning: 'Same as td.last_job_id.',
    available: 'after operator',
    operators: ['td', 'td_run', 'td_for_each', 'td_load', 'td_table_export', 'td_result_export', 'td_partial_delete'],
    defined:
      'in tasks after td>, td_run>, td_for_each>, td_load>, td_table_export>, td_result_export> or td_partial_delete> (and in its _check)',
    example: '52036074',
    documentation: 'operators/td',
    uses: 10,
  },
  {
    name: 'td.last_job.num_records', // BaseTdJobOperator.java:107
    type: ['integer'],
    meaning: 'Number of result records of that job.',
    available: 'after operator',
    operators: ['td', 'td_run', 'td_for_each', 'td_load', 'td_table_export', 'td_result_export', 'td_partial_delete'],
    defined:
      'in tasks after td>, td_run>, td_for_each>, td_load>, td_table_export>, td_result_export> or td_partial_delete> (and in its _check)',
    example: 10,
    documentation: 'operators/td',
    uses: 2,
  },
  {
    name: 'td.last_results', // TdOperatorFactory.java:417
    type: ['map'],
    meaning: 'First row of the result.',
    available: 'after operator',
    operators: ['td', 'td_run'],
    defined: 'in tasks after td> or td_run> with store_last_results: true (and in its _check)',
    example: { cnt: 10 },
    documentation: 'operators/td',
    uses: 97,
  },
  {
    name: 'http.last_status', // HttpOperatorFactory.java:408
    type: ['integer'],
    meaning: 'Status code of the last answer.',
    available: 'after operator',
    operators: ['http'],
    defined: 'in tasks after http> (and in its _check)',
    example: 200,
    uses: 0,
  },
  {
    name: 'http.last_content', // HttpOperatorFactory.java:418
    type: ['string'],
    meaning: 'Body of the last answer.',
    available: 'after operator',
    operators: ['http'],
    defined: 'in tasks after http> with store_content: true (and in its _check)',
    documentation: 'operators/http',
    uses: 9,
  },
  {
    name: 'pg.last_results', // AbstractJdbcJobOperator.java:251
    type: ['map', 'list<map>'],
    meaning: 'Result of the last query.',
    available: 'after operator',
    operators: ['pg'],
    defined: 'in tasks after pg> with store_last_results (and in its _check)',
    documentation: 'operators/pg',
    uses: 2,
  },
  {
    name: 'redshift.last_results', // AbstractJdbcJobOperator.java:251
    type: ['map', 'list<map>'],
    meaning: 'Result of the last query.',
    available: 'after operator',
    operators: ['redshift'],
    defined: 'in tasks after redshift> with store_last_results (and in its _check)',
    documentation: 'operators/redshift',
    uses: 2,
  },
  {
    name: 'bq.last_job_id', // BaseBqJobOperator.java:36
    type: ['string'],
    meaning: 'Id of the BigQuery job that ran last.',
    available: 'after operator',
    operators: ['bq', 'bq_load', 'bq_extract'],
    defined: 'in tasks after bq>, bq_load> or bq_extract> (and in its _check)',
    documentation: 'operators/bq',
    uses: 0,
  },
  {
    name: 'bq.last_jobid', // BaseBqJobOperator.java:37
    type: ['string'],
    meaning: 'Old name of bq.last_job_id.',
    available: 'after operator',
    operators: ['bq', 'bq_load', 'bq_extract'],
    defined: 'in tasks after bq>, bq_load> or bq_extract> (and in its _check)',
    documentation: 'operators/bq',
    uses: 0,
  },
  {
    name: 'emr.last_cluster_id', // EmrOperatorFactory.java:436
    type: ['string'],
    meaning: 'Id of the EMR cluster made last.',
    available: 'after operator',
    operators: ['emr'],
    defined: 'in tasks after emr> that made a cluster (and in its _check)',
    documentation: 'operators/emr',
    uses: 1,
  },
  {
    name: 's3.last_object', // S3WaitOperatorFactory.java:194
    type: ['map'],
    meaning: 'metadata and user_metadata of the object that was waited for.',
    available: 'after operator',
    operators: ['s3_wait'],
    defined: 'in tasks after s3_wait>; not set after a time-out (and in its _check)',
    documentation: 'operators/s3_wait',
    uses: 3,
  },
  {
    name: 'gcs_wait.last_object', // GcsWaitOperatorFactory.java:98
    type: ['map'],
    meaning: 'metadata of the object that was waited for.',
    available: 'after operator',
    operators: ['gcs_wait'],
    defined: 'in tasks after gcs_wait> (and in its _check)',
    documentation: 'operators/gcs_wait',
    uses: 3,
  },
];
