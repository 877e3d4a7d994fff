import type { Parameter, Secret, Section } from '../../types.ts';

export const method: Parameter = {
  name: 'method', // HttpOperatorFactory.java:130
  type: ['string'],
  meaning: 'HTTP method, in upper or lower case.',
  default: 'GET',
  uses: 27,
};

export const content: Parameter = {
  name: 'content', // HttpOperatorFactory.java:188
  type: ['string', 'number', 'boolean', 'map', 'list'],
  meaning: 'Body of the request.',
  secretTemplate: true,
  notes: ['A single ${...} as value is sent as a text, even when it yields a map.'],
  uses: 24,
};

export const contentFormat: Parameter = {
  name: 'content_format', // HttpOperatorFactory.java:189
  type: ['string'],
  meaning: 'How content is written: text for plain values, json, or form for a flat map.',
  default: 'json for maps and lists, else text',
  enum: ['text', 'json', 'form'],
  enumChecked: true,
  notes: [
    'Upper and lower case are the same.',
    'form is refused for a list, and also for a plain value although a comment in the source says otherwise.',
  ],
  uses: 18,
};

export const contentType: Parameter = {
  name: 'content_type', // HttpOperatorFactory.java:190
  type: ['string'],
  meaning: 'Content-Type header to send instead of the one that follows from content_format.',
  notes: [
    'For plain text Digdag sends the odd type plain/text; set content_type: text/plain when the server minds.',
    'Ignored with content_format: form.',
  ],
  uses: 7,
};

export const query: Parameter = {
  name: 'query', // HttpOperatorFactory.java:214
  type: ['map', 'string'],
  meaning: 'Query parameters to add to the address, as a map or as a=1&b=2.',
  jsonText: true,
  secretTemplate: true,
  undocumented: true,
  uses: 3,
};

export const headers: Parameter = {
  name: 'headers', // HttpOperatorFactory.java:235
  type: ['list<map>'],
  meaning: 'Request headers: a list of maps with one key each.',
  secretTemplate: true,
  notes: ['A plain map instead of a list is an error; two keys in one item too.'],
  uses: 17,
};

export const retry: Parameter = {
  name: 'retry', // HttpOperatorFactory.java:131
  type: ['boolean'],
  meaning: 'Repeats the request on time-outs and 5xx answers, without end.',
  default: 'true for GET, HEAD, OPTIONS and TRACE, else false',
  notes: ['Not the same as _retry. 408 and 429 are repeated even with retry: false; other 4xx never.'],
  uses: 5,
};

export const timeout: Parameter = {
  name: 'timeout', // HttpOperatorFactory.java:133
  type: ['integer'],
  meaning: 'Seconds to wait for the answer.',
  default: 30,
  since: '0.9.13',
};

export const insecure: Parameter = {
  name: 'insecure', // HttpOperatorFactory.java:429
  type: ['boolean'],
  meaning: 'Accepts any TLS certificate.',
  default: false,
  undocumented: true,
};

export const followRedirects: Parameter = {
  name: 'follow_redirects', // HttpOperatorFactory.java:435
  type: ['boolean'],
  meaning: 'Follows redirects (at most 8, unless the server allows more).',
  default: true,
  undocumented: true,
};

export const proxy: Parameter = {
  name: 'proxy', // HttpOperatorFactory.java:455
  type: ['map'],
  meaning: 'HTTP proxy for the request; else the proxy of the server or of its environment.',
  undocumented: true,
  notes: ['A server can forbid it with config.http.allow_user_proxy.'],
  parameters: [
    {
      name: 'enabled', // HttpOperatorFactory.java:456
      type: ['boolean'],
      meaning: 'Turns the proxy on.',
      default: false,
      undocumented: true,
    },
    {
      name: 'host', // HttpOperatorFactory.java:458
      type: ['string'],
      meaning: 'Proxy host.',
      required: true,
      undocumented: true,
    },
    {
      name: 'port', // HttpOperatorFactory.java:459
      type: ['integer'],
      meaning: 'Proxy port.',
      required: true,
      undocumented: true,
    },
    {
      name: 'tls', // HttpOperatorFactory.java:460
      type: ['boolean'],
      meaning: 'Talks TLS to the proxy.',
      default: false,
      undocumented: true,
    },
  ],
};

export const httpUserSecret: Secret = {
  name: 'http.user', // HttpOperatorFactory.java:173
  meaning: 'User for basic authentication.',
};

export const httpPasswordSecret: Secret = {
  name: 'http.password', // HttpOperatorFactory.java:184
  meaning: 'Password for basic authentication.',
};

export const httpAuthorizationSecret: Secret = {
  name: 'http.authorization', // HttpOperatorFactory.java:174
  meaning: 'Whole value of the Authorization header; wins over http.user.',
};

export const httpSection: Section = {
  path: ['http'], // HttpOperatorFactory.java:129
  meaning: 'Any parameter may be given once under `_export: http:`.',
};
