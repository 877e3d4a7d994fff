import type { Operator } from '../types.ts';
import { gcpCredentialSecret, gcpProjectSecret } from './shared/googleCloud.ts';

/** gcs_wait>: facts from GcsWaitOperatorFactory.java of Digdag 0.10. */
export const gcsWaitOperator: Operator = {
  name: 'gcs_wait',
  summary: 'Waits until an object exists in Google Cloud Storage.',
  command: {
    type: ['string'], // GcsWaitOperatorFactory.java:65
    meaning: 'bucket/object or gs://bucket/object.',
    requiredUnless: 'bucket and object',
  },
  parameters: [
    {
      name: 'bucket', // GcsWaitOperatorFactory.java:67
      type: ['string'],
      meaning: 'Bucket, when nothing stands after gcs_wait>.',
      uses: 1,
    },
    {
      name: 'object', // GcsWaitOperatorFactory.java:68
      type: ['string'],
      meaning: 'Object name, when nothing stands after gcs_wait>.',
      uses: 1,
    },
  ],
  unknownKeys: 'ignored',
  honoursRetry: true,
  constraints: [
    {
      kind: 'exclusive', // GcsWaitOperatorFactory.java:74
      keys: ['gcs_wait>', 'bucket', 'object'],
      text: 'Either bucket/object after gcs_wait>, or both bucket and object, never a mix.',
    },
    {
      kind: 'format', // GcsWaitOperatorFactory.java:80
      keys: ['gcs_wait>'],
      text: 'The value after gcs_wait> needs a slash between bucket and object.',
    },
  ],
  sections: [
    {
      path: ['gcs'], // BaseGcsOperator.java:21
      meaning: 'Defaults for gcs_wait>; the section is called gcs, its output gcs_wait.',
    },
  ],
  secrets: [gcpCredentialSecret, gcpProjectSecret],
  outputs: [
    {
      name: 'gcs_wait.last_object.metadata', // GcsWaitOperatorFactory.java:107
      type: ['map'],
      meaning: 'Metadata of the object in the form of the Storage API.',
    },
  ],
  since: '0.8.18',
  changes: [{ version: '0.8.19', change: 'gs:// addresses.' }],
  notes: [
    'There is no time-out, unlike s3_wait>.',
    'Variables called bucket or object, exported or stored, are taken as parameters too.',
  ],
  example:
    '+arrived:\n  gcs_wait>: gs://my-bucket/in/${session_date}.csv\n+show:\n  echo>: ${gcs_wait.last_object.metadata.size} bytes',
  documentation: 'operators/gcs_wait',
  uses: 3,
};
