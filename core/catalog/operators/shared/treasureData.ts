import type { Output, Parameter, Secret } from '../../types.ts';

export const prestoPoolName: Parameter = {
  name: 'presto_pool_name', // BaseTdJobOperator.java:114
  type: ['string'],
  meaning: 'Resource pool for the job; read only while engine is presto.',
  when: 'engine: presto',
  since: '0.9.24',
};

export const hivePoolName: Parameter = {
  name: 'hive_pool_name', // BaseTdJobOperator.java:114
  type: ['string'],
  meaning: 'Resource pool for the job; read only while engine is hive.',
  when: 'engine: hive',
  since: '0.9.24',
  uses: 1,
};

export const database: Parameter = {
  name: 'database', // TDOperator.java:54
  type: ['string'],
  meaning: 'Treasure Data database that the job uses.',
  required: true,
  secret: 'td.database',
  notes: [
    'The secret td.database wins over the parameter, but Digdag reads the parameter first: the task fails when it is missing even though the secret exists.',
  ],
  uses: 183,
};

export const endpoint: Parameter = {
  name: 'endpoint', // TDClientFactory.java:54
  type: ['string'],
  meaning: 'Host of the Treasure Data API to talk to.',
  default: 'api.treasuredata.com',
  secret: 'td.endpoint',
  notes: ['The server can change the default with config.td.default_endpoint.'],
};

export const useSsl: Parameter = {
  name: 'use_ssl', // TDClientFactory.java:35
  type: ['boolean'],
  meaning: 'Whether the API is called over HTTPS.',
  default: true,
  secret: 'td.use_ssl',
};

export const proxy: Parameter = {
  name: 'proxy', // TDClientFactory.java:38
  type: ['map'],
  meaning:
    'HTTP proxy to reach the API through; without it the http_proxy/https_proxy environment of the agent counts.',
  undocumented: true,
  parameters: [
    {
      name: 'enabled', // TDClientFactory.java:40
      type: ['boolean'],
      meaning: 'Turns the proxy settings on.',
      default: false,
      secret: 'td.proxy.enabled',
      undocumented: true,
    },
    {
      name: 'host', // TDClientFactory.java:81
      type: ['string'],
      meaning: 'Proxy host.',
      secret: 'td.proxy.host',
      undocumented: true,
    },
    {
      name: 'port', // TDClientFactory.java:86
      type: ['integer'],
      meaning: 'Proxy port.',
      secret: 'td.proxy.port',
      undocumented: true,
    },
    {
      name: 'user', // TDClientFactory.java:91
      type: ['string'],
      meaning: 'User name at the proxy.',
      secret: 'td.proxy.user',
      undocumented: true,
    },
    {
      name: 'password', // TDClientFactory.java:96
      type: ['string'],
      meaning: 'Password at the proxy.',
      secret: 'td.proxy.password',
      undocumented: true,
    },
    {
      name: 'use_ssl', // TDClientFactory.java:101
      type: ['boolean'],
      meaning: 'Whether the proxy itself is reached over TLS.',
      since: '0.8.9',
      undocumented: true,
    },
  ],
};

export const interval: Parameter = {
  name: 'interval', // AbstractWaitOperatorFactory.java:64
  type: ['duration'],
  meaning: 'Pause between two checks.',
  default: '30s',
  min: '30s',
  max: '2d',
  notes: [
    'The code means to use the larger of 30 s and 10 min as default but takes the smaller, so 30s is right.',
    'A server can move the limits with config.td.wait.{min,max,}poll_interval; a value outside them is a configuration error.',
  ],
  uses: 2,
};

export const tdApikeySecret: Secret = {
  name: 'td.apikey', // TDClientFactory.java:62
  meaning: 'API key of the Treasure Data account; there is no parameter for it any more.',
  required: true,
};

export const tdDatabaseSecret: Secret = {
  name: 'td.database', // TDOperator.java:54
  meaning: 'Database name that replaces the database parameter.',
};

export const tdEndpointSecret: Secret = {
  name: 'td.endpoint', // TDClientFactory.java:54
  meaning: 'API host that replaces the endpoint parameter.',
};

export const tdUseSslSecret: Secret = {
  name: 'td.use_ssl', // TDClientFactory.java:35
  meaning: 'true or false, replaces the use_ssl parameter.',
};

export const tdProxyEnabledSecret: Secret = {
  name: 'td.proxy.enabled', // TDClientFactory.java:40
  meaning: 'true or false, replaces proxy.enabled.',
};

export const tdProxyHostSecret: Secret = {
  name: 'td.proxy.host', // TDClientFactory.java:81
  meaning: 'Replaces proxy.host.',
};

export const tdProxyPortSecret: Secret = {
  name: 'td.proxy.port', // TDClientFactory.java:86
  meaning: 'Replaces proxy.port.',
};

export const tdProxyUserSecret: Secret = {
  name: 'td.proxy.user', // TDClientFactory.java:91
  meaning: 'Replaces proxy.user.',
};

export const tdProxyPasswordSecret: Secret = {
  name: 'td.proxy.password', // TDClientFactory.java:96
  meaning: 'Replaces proxy.password.',
};

export const tdLastJobIdOutput: Output = {
  name: 'td.last_job_id', // BaseTdJobOperator.java:104
  type: ['string'],
  meaning: 'Id of the job that this task ran (kept for old workflows; same as td.last_job.id).',
};

export const tdLastJobIdOutputTdPartialDelete: Output = {
  name: 'td.last_job.id', // BaseTdJobOperator.java:106
  type: ['string'],
  meaning: 'Id of the job that this task ran.',
};

export const tdLastJobNumRecordsOutput: Output = {
  name: 'td.last_job.num_records', // BaseTdJobOperator.java:107
  type: ['integer'],
  meaning: 'Number of result records that the job reported; 0 when it could not be read.',
  since: '0.9.28',
};

export const tdLastResultsOutput: Output = {
  name: 'td.last_results', // TdOperatorFactory.java:417
  type: ['map'],
  meaning:
    'First row of the result, column name to value; an empty map when there is no row. Only with store_last_results: true.',
};
