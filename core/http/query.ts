import { configError, DigdagError } from '../text/digdagError.ts';
import { asText, getOptionalText } from '../value/typed.ts';
import type { ConfigMap, Value } from '../value/value.ts';
import { readJackson } from './jackson.ts';
import { orThrow } from './params.ts';
import { parseQueryString } from './queryString.ts';
import type { SecretReader } from './secrets.ts';
import { urlEncode } from './urlEncoding.ts';

/** The query of a request as Jetty's HttpRequest builds it up: what the URL holds stays as written, parameters are appended to it. */
export class Query {
  constructor(private written: string | undefined) {}

  /** `a=1&b=2`; undefined where the request has no `?`. */
  get text(): string | undefined {
    return this.written;
  }

  /** HttpRequest.param: the name of the very first parameter is not encoded (HttpRequest.buildQuery). */
  add(name: string, value: string | undefined): void {
    const encoded = value === undefined ? '' : urlEncode(value);
    this.written = this.written === undefined ? `${name}=${encoded}` : `${this.written}&${urlEncode(name)}=${encoded}`;
  }
}

/**
 * Appends the `query` option: a map, the JSON text of one, or `a=1&b=2` (HttpOperatorFactory.configureQueryParameters).
 * What fails on the way to a map is tried as text, so a list's error speaks of text.
 */
export function appendQuery(query: Query, params: ConfigMap, secrets: SecretReader): void {
  try {
    for (const [name, value] of queryMap(params)) query.add(secrets.fill(name), secrets.fill(queryValue(name, value)));
  } catch (error) {
    if (!(error instanceof DigdagError && error.kind === 'config')) throw error;
    const text = orThrow(getOptionalText(params, 'query'));
    if (text !== undefined) for (const [name, value] of parseQueryString(secrets.fill(text))) query.add(name, value);
  }
}

function queryMap(params: ConfigMap): ConfigMap {
  const written = params.get('query');
  if (written === undefined || written === null) return new Map();
  const parsed = typeof written === 'string' ? parseText(written) : written;
  if (!(parsed instanceof Map)) throw configError("Parameter 'query' must be an object");
  return parsed;
}

function parseText(text: string): Value {
  const read = readJackson(text);
  if (!read.ok) throw configError(read.message);
  return read.value ?? text;
}

function queryValue(name: string, value: Value): string {
  const text = asText(value);
  if (text === undefined) throw configError(`Parameter '${name}' is no text`);
  return text;
}
