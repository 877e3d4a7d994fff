import { caught, configError, DigdagError, type Result } from '../text/digdagError.ts';
import { containsSecrets } from '../text/secretTemplate.ts';
import { toJson } from '../value/json.ts';
import { mergeDefault } from '../value/merge.ts';
import { getBoolean, getInt, getLong, getOptionalText, getText, getTextOr, isNoNumber } from '../value/typed.ts';
import type { ConfigMap } from '../value/value.ts';
import { type Address, addressOf, pathAndQuery, uriOf } from './address.ts';
import { type Content, makeContent, plainText } from './content.ts';
import { listOrEmpty, nestedOrEmpty, optionalBoolean, orThrow } from './params.ts';
import type { HttpProxy } from './proxy.ts';
import { appendQuery, Query } from './query.ts';
import { SecretReader, type Secrets } from './secrets.ts';
import { parseUri } from './uriParser.ts';
import { latin1 } from './urlEncoding.ts';

export type Header = readonly [name: string, value: string];

/** The request of one `http>` or `http_call>` task, before Jetty adds what depends on the connection (wire.ts does). */
export interface HttpRequest {
  readonly operator: HttpOperatorName;
  /** Upper case; any text. */
  readonly method: string;
  /** Undefined where the URL names no host or cannot be put together: Digdag retries such a task for ever and sends nothing. */
  readonly address: Address | undefined;
  /** In order, duplicates included, names as written. */
  readonly headers: readonly Header[];
  readonly content: Content | undefined;
  /** The value that Jetty's authentication store adds to requests below this address. */
  readonly basic: { readonly value: string; readonly address: Address } | undefined;
  /** For the whole exchange; 0 or less: no limit. */
  readonly timeoutSeconds: number;
  /** Whether 5xx answers and failures to connect are tried again. */
  readonly retry: boolean;
  readonly followRedirects: boolean;
  /** Any certificate is accepted. */
  readonly insecure: boolean;
  /** The first that matches the scheme of the address is used. */
  readonly proxies: readonly HttpProxy[];
  /** `http>` only: keep the answer in `http.last_content`. */
  readonly storeContent: boolean;
  /** `http_call>` only; empty counts as absent. */
  readonly contentTypeOverride: string | undefined;
  /** The URL came from a secret or holds one: messages show `http://***`. */
  readonly secretUrl: boolean;
  /** Every secret's value that went into the request, to be masked wherever it is shown. */
  readonly secretValues: readonly string[];
}

export type HttpOperatorName = 'http' | 'http_call';

/** What Jetty puts before everything else. */
export const commonHeaders: readonly Header[] = [
  ['Accept-Encoding', 'gzip'],
  ['User-Agent', 'Digdag/0.10.5.1 Jetty/9.3.11.v20160721'],
];

/**
 * Makes the request of a task, in the order in which Digdag reads its options, so that the first error is Digdag's.
 * @param evaluated the task's whole evaluated params, `_command` included
 * @param proxies for a task that names none: Digdag takes those of the environment (`environmentProxies`)
 * @returns the request, or the text of Digdag's exception (HttpOperatorFactory, HttpCallOperatorFactory)
 */
export function buildRequest(
  operator: HttpOperatorName,
  evaluated: ConfigMap,
  secrets: Secrets,
  proxies: readonly HttpProxy[],
): Result<HttpRequest> {
  return caught(() => {
    const params = mergeDefault(evaluated, nestedOrEmpty(evaluated, 'http'));
    const reader = new SecretReader(secrets);
    const method = optionalText(params, 'method', 'GET').toUpperCase();
    const retry = optionalBoolean(params, 'retry') ?? ['GET', 'HEAD', 'OPTIONS', 'TRACE'].includes(method);
    const timeoutSeconds = readTimeout(params);
    const called = operator === 'http_call' ? readTarget(params, reader, operator) : undefined;
    const contentTypeOverride = called && orThrow(getOptionalText(params, 'content_type_override'));
    const client = readClient(params, proxies);
    const target = called ?? readTarget(params, reader, operator);
    const storeContent = called === undefined && orThrow(getBoolean(params, 'store_content', false));
    const auth = readAuthentication(reader, target.address);
    const content = makeContent(params, reader);
    const headers = [...auth.headers, ...readHeaders(params, reader)];
    const query = new Query(target.query);
    appendQuery(query, params, reader);
    const whole = target.address && { ...target.address, query: query.text };
    return {
      operator,
      method,
      address: whole && uriOf(whole) && whole,
      headers: [...commonHeaders, ...headers],
      content,
      basic: auth.basic,
      timeoutSeconds,
      retry,
      ...client,
      storeContent,
      contentTypeOverride: contentTypeOverride === '' ? undefined : contentTypeOverride,
      secretUrl: target.secret,
      secretValues: [...reader.values, ...auth.shown, ...target.secretParts],
    };
  });
}

/** A text that Jackson takes for null leaves Digdag without the number that it asks for. */
function readTimeout(params: ConfigMap): number {
  const value = params.get('timeout') ?? null;
  if (value !== null && isNoNumber(value)) throw new DigdagError(noTimeout, 'null pointer');
  return Number(orThrow(getLong(params, 'timeout', 30n)));
}

const noTimeout =
  'Cannot invoke "java.lang.Long.longValue()" because the return value of ' +
  '"io.digdag.client.config.Config.get(String, java.lang.Class, Object)" is null';

interface Target {
  readonly address: Address | undefined;
  readonly query: string | undefined;
  readonly secret: boolean;
  /** What of a secret URL goes out in another form than it was given in. */
  readonly secretParts: readonly string[];
}

/** The secret `http.uri` wins over the command of `http>`; `http_call>` does not know it. */
function readTarget(params: ConfigMap, secrets: SecretReader, operator: HttpOperatorName): Target {
  const secretUri = operator === 'http' ? secrets.optional('http.uri') : undefined;
  const command = secretUri === undefined ? orThrow(getText(params, '_command')) : '';
  const parsed = parseUri(secretUri ?? secrets.fill(command));
  if (!parsed.ok) throw new DigdagError(parsed.message, 'illegal argument');
  const address = parsed.uri.opaque ? undefined : addressOf(parsed.uri);
  const target = secretUri === undefined || address === undefined ? '/' : pathAndQuery(address);
  return {
    address,
    query: parsed.uri.query,
    secret: secretUri !== undefined || containsSecrets(command),
    secretParts: target === '/' ? [] : [target],
  };
}

function readClient(params: ConfigMap, known: readonly HttpProxy[]) {
  const insecure = orThrow(getBoolean(params, 'insecure', false));
  const proxies = readProxies(params, known);
  const followRedirects = orThrow(getBoolean(params, 'follow_redirects', true));
  return { insecure, proxies, followRedirects };
}

function readProxies(params: ConfigMap, known: readonly HttpProxy[]): readonly HttpProxy[] {
  const proxy = nestedOrEmpty(params, 'proxy');
  if (!orThrow(getBoolean(proxy, 'enabled', false))) return known;
  const host = orThrow(getText(proxy, 'host'));
  const port = orThrow(getInt(proxy, 'port'));
  return [{ host, port, secure: orThrow(getBoolean(proxy, 'tls', false)), schemes: ['http', 'https'] }];
}

/** The secret `http.authorization` becomes a header; `http.user` and `http.password` go into Jetty's authentication store. */
function readAuthentication(secrets: SecretReader, address: Address | undefined) {
  const user = secrets.optional('http.user');
  const authorization = secrets.optional('http.authorization');
  if (authorization !== undefined) {
    const headers: Header[] = [['Authorization', authorization]];
    return { headers, basic: undefined, shown: [] };
  }
  if (user === undefined) return { headers: [], basic: undefined, shown: [] };
  const encoded = btoa(latin1(`${user}:${secrets.optional('http.password') ?? ''}`));
  return { headers: [], basic: address && { value: `Basic ${encoded}`, address }, shown: [encoded] };
}

/** A list of maps with one key each; a name may come twice, but not with the same value. */
function readHeaders(params: ConfigMap, secrets: SecretReader): Header[] {
  const headers: Header[] = [];
  for (const item of listOrEmpty(params, 'headers')) {
    const [entry, ...more] = item instanceof Map ? item : [];
    if (entry === undefined || more.length > 0) throw configError(`Invalid header: ${toJson(item)}`);
    const name = secrets.fill(entry[0]);
    const value = secrets.fill(plainText(entry[1]));
    if (!headers.some(([known, text]) => known === name && text === value)) headers.push([name, value]);
  }
  return headers;
}

function optionalText(params: ConfigMap, key: string, fallback: string): string {
  return orThrow(getTextOr(params, key, fallback));
}
