import type { Output, Parameter, Secret, Section } from '../../types.ts';

export const location: Parameter = {
  name: 'location', // BaseBqJobOperator.java:26
  type: ['string'],
  meaning: 'BigQuery location of the job, such as asia-northeast1.',
  since: '0.10.5',
  uses: 3,
};

export const gcpCredentialSecret: Secret = {
  name: 'gcp.credential', // GcpCredentialProvider.java:29
  meaning: 'Service account key as JSON text; else the default credentials of the machine.',
};

export const gcpProjectSecret: Secret = {
  name: 'gcp.project', // BaseGcpOperator.java:32
  meaning: 'Google Cloud project; else the project in the key.',
};

export const bqLastJobIdOutput: Output = {
  name: 'bq.last_job_id', // BaseBqJobOperator.java:36
  type: ['string'],
  meaning: 'Id of the BigQuery job.',
};

export const bqLastJobidOutput: Output = {
  name: 'bq.last_jobid', // BaseBqJobOperator.java:37
  type: ['string'],
  meaning: 'Same, under its old name.',
  deprecated: true,
};

export const bqSection: Section = {
  path: ['bq'], // BaseBqOperator.java:21
  meaning: 'Any parameter may be given once for all bq operators under `_export: bq:`.',
};
