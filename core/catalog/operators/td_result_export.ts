import type { Operator } from '../types.ts';
import {
  endpoint,
  proxy,
  tdApikeySecret,
  tdEndpointSecret,
  tdLastJobIdOutput,
  tdLastJobIdOutputTdPartialDelete,
  tdLastJobNumRecordsOutput,
  tdProxyEnabledSecret,
  tdProxyHostSecret,
  tdProxyPasswordSecret,
  tdProxyPortSecret,
  tdProxyUserSecret,
  tdUseSslSecret,
} from './shared/treasureData.ts';

/** td_result_export>: facts from TDResultExportOperatorFactory.java of Digdag 0.10. */
export const tdResultExportOperator: Operator = {
  name: 'td_result_export',
  summary: 'Sends the result of a finished job to a saved connection.',
  command: {
    type: ['nothing'], // TDResultExportOperatorFactory.java:51
    meaning: 'Stays empty; a value is ignored, also parameters that are indented below it by mistake.',
  },
  parameters: [
    {
      name: 'job_id', // TDResultExportOperatorFactory.java:51
      type: ['string', 'integer'],
      meaning: 'Id of the job whose result is sent.',
      required: true,
      notes: ['${td.last_job_id} is the job that ran last.'],
      uses: 11,
    },
    {
      name: 'result_connection', // TDResultExportOperatorFactory.java:52
      type: ['string'],
      meaning: 'Name of the saved connection.',
      required: true,
      uses: 11,
    },
    {
      name: 'result_settings', // TDResultExportOperatorFactory.java:54
      type: ['map'],
      meaning: 'Settings for the connection.',
      required: true,
      jsonText: true,
      secretTemplate: true,
      uses: 11,
    },
    endpoint,
    {
      name: 'use_ssl', // TDClientFactory.java:35
      type: ['boolean'],
      meaning: 'Whether the API is called over HTTPS.',
      default: true,
      secret: 'td.use_ssl',
      undocumented: true,
    },
    proxy,
  ],
  unknownKeys: 'ignored',
  honoursRetry: true,
  sections: [
    {
      path: ['td'], // BaseTdJobOperator.java:42
      meaning: 'Every parameter may be given once for all tasks under `_export: td:`.',
    },
  ],
  secrets: [
    tdApikeySecret,
    tdEndpointSecret,
    tdUseSslSecret,
    tdProxyEnabledSecret,
    tdProxyHostSecret,
    tdProxyPortSecret,
    tdProxyUserSecret,
    tdProxyPasswordSecret,
    {
      name: '(any)', // TDResultExportOperatorFactory.java:54
      meaning: '${secret:name} in result_settings is replaced by that secret.',
    },
  ],
  outputs: [tdLastJobIdOutput, tdLastJobIdOutputTdPartialDelete, tdLastJobNumRecordsOutput],
  notes: [
    'result_settings may not be left out, unlike in td>; write {} when there is none.',
    'The only td operator that needs no database.',
  ],
  example:
    '+send:\n  td_result_export>:\n  job_id: ${td.last_job_id}\n  result_connection: my_s3\n  result_settings: {bucket: out, path: "/day/${session_date}.csv"}',
  documentation: 'operators/td_result_export',
  uses: 11,
};
