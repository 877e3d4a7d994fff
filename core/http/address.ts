import type { Uri } from './uri.ts';
import { parseUri } from './uriParser.ts';

/** Where a request goes, as Jetty's HttpRequest keeps it. */
export interface Address {
  /** As written: `HTTP` stays upper case in messages. */
  readonly scheme: string;
  /** As written, an IPv6 address without brackets. */
  readonly host: string;
  /** The port that is asked: 80 or 443 where none is written. */
  readonly port: number;
  /** Still escaped; empty where the URL has none. */
  readonly path: string;
  readonly query: string | undefined;
}

/** The address of a URL; undefined where it has no host: Digdag fails to send such a request, and tries again for ever. */
export function addressOf(uri: Uri): Address | undefined {
  const { scheme, host, path, query } = uri;
  if (scheme === undefined || host === undefined) return undefined;
  const bare = host.startsWith('[') ? host.slice(1, -1) : host;
  return { scheme, host: bare, port: uri.port > 0 ? uri.port : defaultPort(scheme), path, query };
}

export function isSecure(address: Pick<Address, 'scheme'>): boolean {
  return address.scheme.toLowerCase() === 'https';
}

/** `http://host:8080`, without the port that the scheme implies. An upper-case scheme implies none (URIUtil.appendSchemeHostPort). */
export function origin(address: Address): string {
  const { scheme, port } = address;
  const implied = (scheme === 'http' && port === 80) || (scheme === 'https' && port === 443);
  return `${scheme}://${bracketed(address.host)}${implied || port <= 0 ? '' : `:${port}`}`;
}

/** Whether both are of one server: the same scheme, host and port. */
export function isSameOrigin(a: Address, b: Address): boolean {
  return (
    a.scheme.toLowerCase() === b.scheme.toLowerCase() &&
    a.host.toLowerCase() === b.host.toLowerCase() &&
    a.port === b.port
  );
}

/** A server as a person reads it: `host`, `host:8080`, `[::1]:8080`. */
export function shownServer({ scheme, host, port }: Pick<Address, 'scheme' | 'host' | 'port'>): string {
  return bracketed(host.toLowerCase()) + (port === defaultPort(scheme) ? '' : `:${port}`);
}

/** The value of the Host header that Jetty makes. */
export function hostHeader(address: Address): string {
  const host = address.host.toLowerCase();
  return address.port === defaultPort(address.scheme) ? host : `${host}:${address.port}`;
}

/** `/path?query`: what stands in the request line of a request that takes no proxy. */
export function pathAndQuery(address: Address): string {
  return (address.path.trim() === '' ? '/' : address.path) + (address.query === undefined ? '' : `?${address.query}`);
}

/** Request.getURI: undefined where a parameter's name made it unreadable. */
export function uriOf(address: Address): Uri | undefined {
  const parsed = parseUri(origin(address) + pathAndQuery(address));
  return parsed.ok ? parsed.uri : undefined;
}

/** The URL as Digdag's messages show it (HttpOperatorFactory.safeUri): Java escapes the `%` of escapes once more. */
export function shownUrl(address: Address, secret: boolean): string {
  if (secret) return `${address.scheme}://***`;
  return `${origin(address)}${pathAndQuery(address)}`.replaceAll('%', '%25');
}

function defaultPort(scheme: string): number {
  return scheme.toLowerCase() === 'https' ? 443 : 80;
}

function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}
