import { configError } from '../text/digdagError.ts';
import { toJson } from '../value/json.ts';
import { asText, getOptionalText } from '../value/typed.ts';
import type { ConfigMap, Value } from '../value/value.ts';
import { orThrow } from './params.ts';
import type { SecretReader } from './secrets.ts';
import { urlEncode, utf8 } from './urlEncoding.ts';

/** The body of a request and its type. The bytes are UTF-8 whatever the type says. */
export interface Content {
  readonly bytes: Uint8Array;
  readonly type: string;
}

/**
 * Makes the body of `content`, `content_format` and `content_type` (HttpOperatorFactory.contentProvider).
 * @returns undefined where `content` is absent or null
 */
export function makeContent(params: ConfigMap, secrets: SecretReader): Content | undefined {
  const content = params.get('content') ?? null;
  const format = orThrow(getOptionalText(params, 'content_format'))?.toLowerCase();
  const type = orThrow(getOptionalText(params, 'content_type'));
  if (content === null) return undefined;
  const container = Array.isArray(content) || content instanceof Map;
  switch (format ?? (container ? 'json' : 'text')) {
    case 'json':
      return { type: type ?? 'application/json', bytes: utf8(toJson(fillSecrets(content, secrets))) };
    case 'form':
      if (content instanceof Map) return form(content, secrets);
      break;
    case 'text':
      if (!container) return { type: type ?? 'plain/text', bytes: utf8(plainText(fillSecrets(content, secrets))) };
      break;
  }
  throw configError(`Invalid content format for ${nodeType(content)}s: '${format}'`);
}

/** Fields whose names differ in case only are one field with several values (Jetty's Fields). */
function form(content: ConfigMap, secrets: SecretReader): Content {
  const fields = new Map<string, { name: string; values: string[] }>();
  for (const [name, value] of fillMap(content, secrets)) {
    if (Array.isArray(value) || value instanceof Map) {
      throw configError(`Invalid form content field value: ${toJson(value)}`);
    }
    const field = fields.get(name.toLowerCase()) ?? { name, values: [] };
    field.values.push(plainText(value));
    fields.set(name.toLowerCase(), field);
  }
  const pairs = [...fields.values()].flatMap(({ name, values }) =>
    values.map((value) => `${urlEncode(name)}=${urlEncode(value)}`),
  );
  return { type: 'application/x-www-form-urlencoded', bytes: utf8(pairs.join('&')) };
}

function fillSecrets(value: Value, secrets: SecretReader): Value {
  if (typeof value === 'string') return secrets.fill(value);
  if (Array.isArray(value)) return value.map((item) => fillSecrets(item, secrets));
  return value instanceof Map ? fillMap(value, secrets) : value;
}

function fillMap(map: ConfigMap, secrets: SecretReader): ConfigMap {
  const filled: ConfigMap = new Map();
  for (const [key, value] of map) filled.set(secrets.fill(key), fillSecrets(value, secrets));
  return filled;
}

/** Jackson's asText: lists and maps have none. */
export function plainText(value: Value): string {
  return value === null ? 'null' : (asText(value) ?? '');
}

function nodeType(value: Value): string {
  if (Array.isArray(value)) return 'array';
  if (value instanceof Map) return 'object';
  return typeof value === 'string' || typeof value === 'boolean' ? typeof value : 'number';
}
