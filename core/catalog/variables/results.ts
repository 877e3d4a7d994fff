import type { Variable } from '../types.ts';

export const resultsVariables: readonly Variable[] = [
  {
    name: 'td.last_job_id', // BaseTdJobOperator.java:104
    type: ['string'],
    meaning: 'Id of the Treasure Data job that ran last.',
    available: 'after operator',
    operators: ['td', 'td_run', 'td_for_each', 'td_load', 'td_table_export', 'td_result_export', 'td_partial_delete'],
    example: '52036074',
    uses: 7,
  },
  {
    name: 'td.last_job.id', // BaseTdJobOperator.java:106
    type: ['string'],
    meaning: 'Same as td.last_job_id.',
    available: 'after operator',
    operators: ['td', 'td_run', 'td_for_each', 'td_load', 'td_table_export', 'td_result_export', 'td_partial_delete'],
    example: '52036074',
    uses: 10,
  },
  {
    name: 'td.last_job.num_records', // BaseTdJobOperator.java:107
    type: ['integer'],
    meaning: 'Number of result records of that job.',
    available: 'after operator',
    operators: ['td', 'td_run', 'td_for_each', 'td_load', 'td_table_export', 'td_result_export', 'td_partial_delete'],
    example: 10,
    uses: 2,
  },
  {
    name: 'td.last_results', // TdOperatorFactory.java:417
    type: ['map'],
    meaning: 'First row of the result.',
    available: 'after operator',
    operators: ['td', 'td_run'],
    example: { cnt: 10 },
    uses: 97,
  },
  {
    name: 'http.last_status', // HttpOperatorFactory.java:408
    type: ['integer'],
    meaning: 'Status code of the last answer.',
    available: 'after operator',
    operators: ['http'],
    example: 200,
  },
  {
    name: 'http.last_content', // HttpOperatorFactory.java:418
    type: ['string'],
    meaning: 'Body of the last answer.',
    available: 'after operator',
    operators: ['http'],
    uses: 9,
  },
  {
    name: 'pg.last_results', // AbstractJdbcJobOperator.java:251
    type: ['map', 'list<map>'],
    meaning: 'Result of the last query.',
    available: 'after operator',
    operators: ['pg'],
    uses: 2,
  },
  {
    name: 'redshift.last_results', // AbstractJdbcJobOperator.java:251
    type: ['map', 'list<map>'],
    meaning: 'Result of the last query.',
    available: 'after operator',
    operators: ['redshift'],
    uses: 2,
  },
  {
    name: 'bq.last_job_id', // BaseBqJobOperator.java:36
    type: ['string'],
    meaning: 'Id of the BigQuery job that ran last.',
    available: 'after operator',
    operators: ['bq', 'bq_load', 'bq_extract'],
  },
  {
    name: 'bq.last_jobid', // BaseBqJobOperator.java:37
    type: ['string'],
    meaning: 'Old name of bq.last_job_id.',
    available: 'after operator',
    operators: ['bq', 'bq_load', 'bq_extract'],
  },
  {
    name: 'emr.last_cluster_id', // EmrOperatorFactory.java:436
    type: ['string'],
    meaning: 'Id of the EMR cluster made last.',
    available: 'after operator',
    operators: ['emr'],
    uses: 1,
  },
  {
    name: 's3.last_object', // S3WaitOperatorFactory.java:194
    type: ['map'],
    meaning: 'metadata and user_metadata of the object that was waited for.',
    available: 'after operator',
    operators: ['s3_wait'],
    uses: 3,
  },
  {
    name: 'gcs_wait.last_object', // GcsWaitOperatorFactory.java:98
    type: ['map'],
    meaning: 'metadata of the object that was waited for.',
    available: 'after operator',
    operators: ['gcs_wait'],
    uses: 3,
  },
];
