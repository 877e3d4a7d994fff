import type { Operator } from '../types.ts';
import {
  content,
  contentFormat,
  contentType,
  followRedirects,
  headers,
  httpAuthorizationSecret,
  httpPasswordSecret,
  httpSection,
  httpUserSecret,
  insecure,
  method,
  proxy,
  query,
  retry,
  timeout,
} from './shared/http.ts';

/** http_call>: facts from HttpCallOperatorFactory.java of Digdag 0.10. */
export const httpCallOperator: Operator = {
  name: 'http_call',
  summary: 'Fetches a workflow over HTTP and runs it in place, as subtasks.',
  command: {
    type: ['url'], // HttpCallOperatorFactory.java:91
    meaning: 'Address that answers with a workflow as JSON or YAML; may hold ${secret:name}.',
    required: true,
    secretTemplate: true,
  },
  parameters: [
    method,
    content,
    contentFormat,
    contentType,
    query,
    headers,
    retry,
    timeout,
    insecure,
    followRedirects,
    proxy,
    {
      name: 'content_type_override', // HttpCallOperatorFactory.java:94
      type: ['string'],
      meaning: 'Content type to assume instead of the one in the answer.',
      enum: ['application/json', 'application/x-yaml'],
      enumChecked: true,
      enumSuffix: ';charset=NAME',
      since: '0.9.38',
      notes: ['May end in ;charset=NAME, which is then used to read the body.'],
      uses: 1,
    },
  ],
  unknownKeys: 'ignored',
  honoursRetry: true,
  constraints: [
    {
      kind: 'format', // HttpOperatorFactory.java:239
      keys: ['headers'],
      text: 'Every item of headers must be a map with exactly one key.',
    },
    {
      kind: 'format', // HttpOperatorFactory.java:575
      keys: ['content', 'content_format'],
      text: 'content_format: text needs a plain value, form a map whose values are plain.',
    },
    {
      kind: 'format', // HttpCallOperatorFactory.java:194
      keys: ['content_type_override'],
      text: 'The answer (or the override) must be application/json or application/x-yaml.',
    },
  ],
  sections: [httpSection],
  secrets: [httpUserSecret, httpPasswordSecret, httpAuthorizationSecret],
  files: [
    {
      kind: 'write',
      value: 'http_call.dig',
      resolve: 'workdir',
      notes:
        'The answer is written to this name in the working directory before it is loaded; a file of that name is overwritten. In local mode the file stays there and counts as a workflow of the project from then on.',
    },
  ],
  subtasks: { generated: '^sub with the fetched tasks' },
  since: '0.9.37',
  notes: [
    'store_content and the secret http.uri, known from http>, do nothing here.',
    'An answer above 64 K characters fails the task, unless the server allows more.',
  ],
  example:
    '+remote:\n  http_call>: https://example.com/plan/${session_date}\n  content_type_override: application/x-yaml',
  documentation: 'operators/http_call',
  uses: 9,
};
