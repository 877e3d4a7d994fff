import { type Address, hostHeader, isSameOrigin, isSecure, origin, pathAndQuery, uriOf } from './address.ts';
import { sanitisedName, sanitisedValue } from './jettyHeaders.ts';
import { type HttpProxy, proxyFor } from './proxy.ts';
import type { Header, HttpRequest } from './request.ts';
import { latin1 } from './urlEncoding.ts';

/** A request exactly as its bytes go out: nothing is left to decide for what sends it. Every text is Latin-1. */
export interface WireRequest {
  readonly method: string;
  /** What stands behind the method: path and query, or the whole URL for a proxy. */
  readonly target: string;
  readonly headers: readonly Header[];
  readonly body: Uint8Array | undefined;
  /** Whose server it is. */
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  readonly proxy: HttpProxy | undefined;
}

/** A request to a known address: the first one of a task, or one that a redirect asked for. */
export interface AddressedRequest extends Omit<HttpRequest, 'address'> {
  readonly address: Address;
}

/**
 * Adds what Jetty adds when a connection is known: host, content type and length, cookies and basic authentication
 * (HttpConnection.normalizeRequest), in the order in which HttpGenerator writes them.
 * @param cookies the value of the Cookie header, where earlier answers of the exchange set any
 */
export function normalizeHeaders(request: AddressedRequest, cookies: string | undefined): Header[] {
  const { address, content, basic } = request;
  const headers = [...request.headers];
  const has = (name: string): boolean => headers.some(([known]) => known.toLowerCase() === name);
  if (!has('host')) headers.push(['Host', hostHeader(address)]);
  if (content && !has('content-type')) headers.push(['Content-Type', content.type]);
  if (content && !has('content-length')) headers.push(['Content-Length', String(content.bytes.length)]);
  if (cookies !== undefined) headers.push(['Cookie', cookies]);
  if (basic && isBelow(basic.address, address)) headers.push(['Authorization', basic.value]);
  return headers;
}

/** The bytes of a request whose headers are normalized. */
export function wireRequest(request: AddressedRequest, headers: readonly Header[]): WireRequest {
  const { address, method, content } = request;
  const proxy = proxyFor(request.proxies, address);
  const throughProxy = proxy !== undefined && !isSecure(address);
  const written = writtenHeaders(request, headers).map(
    ([name, value]): Header => [sanitisedName(name), sanitisedValue(value)],
  );
  return {
    method: latin1(method),
    target: latin1((throughProxy ? origin(address) : '') + pathAndQuery(address)),
    headers: [...written, ...(throughProxy && proxy.authorization ? [proxyAuthorization(proxy.authorization)] : [])],
    body: content?.bytes,
    host: address.host,
    port: address.port,
    secure: isSecure(address),
    proxy,
  };
}

/** For the proxy alone: behind CONNECT the server never sees it. */
export function proxyAuthorization(value: string): Header {
  return ['Proxy-Authorization', sanitisedValue(value)];
}

/** HttpGenerator.generateHeaders: empty values are left out, the length comes last, a transfer encoding never. */
function writtenHeaders(request: AddressedRequest, headers: readonly Header[]): Header[] {
  const named = (wanted: string) => headers.filter(([name, value]) => name.toLowerCase() === wanted && value !== '');
  const written = headers.filter(
    ([name, value]) => value !== '' && !['content-length', 'transfer-encoding'].includes(name.toLowerCase()),
  );
  const length = request.content?.bytes.length ?? Number(named('content-length').at(-1)?.[1] ?? 0);
  const needed = length > 0 || named('content-type').length > 0 || ['POST', 'PUT'].includes(request.method);
  return needed ? [...written, ['Content-Length', String(length)]] : written;
}

/** AbstractAuthentication.matchesURI: the same server, and a path that begins with the other's. */
function isBelow(base: Address, address: Address): boolean {
  return isSameOrigin(base, address) && decodedPath(address).startsWith(decodedPath(base));
}

function decodedPath(address: Address): string {
  const path = uriOf({ ...address, query: undefined })?.path ?? address.path;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
