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

/** http>: facts from HttpOperatorFactory.java of Digdag 0.10. */
export const httpOperator: Operator = {
  name: 'http',
  summary: 'Sends an HTTP request.',
  command: {
    type: ['url'], // HttpOperatorFactory.java:159
    meaning:
      'Address to call; may hold ${secret:name}. Not needed when the secret http.uri is set, which wins over it.',
    required: true,
    requiredUnless: 'secret http.uri',
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
      name: 'store_content', // HttpOperatorFactory.java:165
      type: ['boolean'],
      meaning: 'Keeps the body of the answer in ${http.last_content}.',
      default: false,
      notes: ['An answer above 64 K characters then fails the task, unless the server allows more.'],
      uses: 7,
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
  ],
  sections: [httpSection],
  secrets: [
    httpUserSecret,
    httpPasswordSecret,
    httpAuthorizationSecret,
    {
      name: 'http.uri', // HttpOperatorFactory.java:151
      meaning: 'Address of the request; wins over the value after http>.',
    },
  ],
  outputs: [
    {
      name: 'http.last_status', // HttpOperatorFactory.java:408
      type: ['integer'],
      meaning: 'Status code of the answer.',
    },
    {
      name: 'http.last_content', // HttpOperatorFactory.java:418
      type: ['string'],
      meaning: 'Body of the answer; only with store_content: true.',
    },
  ],
  since: '0.8.19',
  notes: [
    '2xx counts as success, also 3xx when redirects are not followed; everything else fails or is repeated (see retry).',
    'The body is kept as text; use ${JSON.parse(http.last_content).x}.',
    '${secret:name} works in the address, query, headers and content.',
  ],
  example:
    '+post:\n  http>: https://example.com/api/items\n  method: POST\n  headers:\n    - X-Token: ${secret:api.token}\n  content: {day: "${session_date}"}',
  documentation: 'operators/http',
  uses: 29,
};
