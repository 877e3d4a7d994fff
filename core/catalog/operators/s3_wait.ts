import type { Operator } from '../types.ts';

/** s3_wait>: facts from S3WaitOperatorFactory.java of Digdag 0.10. */
export const s3WaitOperator: Operator = {
  name: 's3_wait',
  summary: 'Waits until an object exists in Amazon S3.',
  command: {
    type: ['string'], // S3WaitOperatorFactory.java:99
    meaning: 'bucket/key, without s3:// in front.',
    requiredUnless: 'bucket and key',
  },
  parameters: [
    {
      name: 'bucket', // S3WaitOperatorFactory.java:101
      type: ['string'],
      meaning: 'Bucket, when nothing stands after s3_wait>.',
    },
    {
      name: 'key', // S3WaitOperatorFactory.java:102
      type: ['string'],
      meaning: 'Object key, when nothing stands after s3_wait>.',
    },
    {
      name: 'version_id', // S3WaitOperatorFactory.java:103
      type: ['string'],
      meaning: 'Version of the object to wait for.',
    },
    {
      name: 'region', // S3WaitOperatorFactory.java:132
      type: ['string'],
      meaning: 'AWS region; an unknown one is an error.',
      secret: 'aws.s3.region',
    },
    {
      name: 'endpoint', // S3WaitOperatorFactory.java:127
      type: ['string'],
      meaning: 'Address of the S3 service; wins over region.',
      secret: 'aws.s3.endpoint',
    },
    {
      name: 'path_style_access', // S3WaitOperatorFactory.java:104
      type: ['boolean'],
      meaning: 'Puts the bucket into the path of the address; needs region.',
    },
    {
      name: 'timeout', // S3WaitOperatorFactory.java:105
      type: ['duration'],
      meaning: 'Longest time to wait; unset means for ever.',
      since: '0.10.0',
      uses: 2,
    },
    {
      name: 'continue_on_timeout', // S3WaitOperatorFactory.java:106
      type: ['boolean'],
      meaning: 'Succeeds instead of failing when timeout has passed.',
      default: false,
      since: '0.10.0',
      uses: 1,
    },
  ],
  unknownKeys: 'warned',
  honoursRetry: false,
  constraints: [
    {
      kind: 'exclusive', // S3WaitOperatorFactory.java:110
      keys: ['s3_wait>', 'bucket', 'key'],
      text: 'Either bucket/key after s3_wait>, or both bucket and key, never a mix.',
    },
    {
      kind: 'format', // S3WaitOperatorFactory.java:116
      keys: ['s3_wait>'],
      text: 'The value after s3_wait> needs a slash between bucket and key.',
    },
  ],
  sections: [
    {
      path: ['aws', 's3'], // S3WaitOperatorFactory.java:96
      meaning: 'Defaults for s3_wait>; wins over aws.',
    },
    {
      path: ['aws'], // S3WaitOperatorFactory.java:97
      meaning: 'Defaults shared with emr>.',
    },
  ],
  secrets: [
    {
      name: 'aws.s3.access_key_id', // S3WaitOperatorFactory.java:134
      meaning: 'AWS key; else aws.access_key_id.',
      required: true,
      fallback: ['aws.access_key_id'],
    },
    {
      name: 'aws.s3.secret_access_key', // S3WaitOperatorFactory.java:137
      meaning: 'AWS secret key; else aws.secret_access_key.',
      required: true,
      fallback: ['aws.secret_access_key'],
    },
    {
      name: 'aws.s3.region', // S3WaitOperatorFactory.java:130
      meaning: 'AWS region; else aws.region; wins over region.',
      fallback: ['aws.region'],
    },
    {
      name: 'aws.s3.endpoint', // S3WaitOperatorFactory.java:126
      meaning: 'Service address; wins over endpoint.',
    },
    {
      name: 'aws.s3.sse_c_key', // S3WaitOperatorFactory.java:162
      meaning: 'Key of an object encrypted with a customer key, in Base64.',
    },
    {
      name: 'aws.s3.sse_c_key_algorithm', // S3WaitOperatorFactory.java:164
      meaning: 'Algorithm of that key.',
    },
    {
      name: 'aws.s3.sse_c_key_md5', // S3WaitOperatorFactory.java:165
      meaning: 'MD5 of that key, in Base64.',
    },
  ],
  outputs: [
    {
      name: 's3.last_object.metadata', // S3WaitOperatorFactory.java:216
      type: ['map'],
      meaning: 'S3 metadata of the object, such as Content-Length.',
    },
    {
      name: 's3.last_object.user_metadata', // S3WaitOperatorFactory.java:217
      type: ['map'],
      meaning: 'User metadata of the object.',
    },
  ],
  since: '0.8.16',
  notes: [
    's3://bucket/key is not understood: it would look for a bucket called s3:.',
    'Checks after 5 seconds first, then after twice as long each time, up to 5 minutes.',
    'After a time-out with continue_on_timeout s3.last_object is not set: guard later uses.',
    'Variables called bucket, key or timeout, exported or stored, are taken as parameters too.',
  ],
  example: '+arrived:\n  s3_wait>: my-bucket/in/${session_date}/_SUCCESS\n  region: eu-west-1\n  timeout: 2h',
  documentation: 'operators/s3_wait',
  uses: 3,
};
