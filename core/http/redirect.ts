import { percentEncoded } from '../text/percentEncoded.ts';
import { type Address, addressOf, isSecure, uriOf } from './address.ts';
import { type Answer, header, type TransportFailure } from './answer.ts';
import { containsElement, knownHeader } from './jettyHeaders.ts';
import { commonHeaders, type Header } from './request.ts';
import { resolveUri, type Uri } from './uri.ts';
import { type CharacterClass, isVisibleBeyondAscii, pathCharacter, serverCharacter, uric } from './uriCharacters.ts';
import { parseUri } from './uriParser.ts';
import { utf8 } from './urlEncoding.ts';
import type { AddressedRequest } from './wire.ts';

/** HttpClient.setMaxRedirects of Digdag's `config.http.max_redirects`. */
const maxRedirects = 8;

export type Redirect =
  | { readonly kind: 'none' }
  | { readonly kind: 'follow'; readonly request: AddressedRequest }
  /** Jetty gives up, and Digdag reports the redirect's own status. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'failed'; readonly failure: TransportFailure };

/**
 * Where an answer sends a request (Jetty's HttpRedirector).
 * @param sent the headers of the request as they were sent, before the generator dropped any
 * @param followed how many redirects were followed before
 */
export function redirect(
  request: AddressedRequest,
  sent: readonly Header[],
  answer: Answer,
  followed: number,
): Redirect {
  if (!request.followRedirects || ![301, 302, 303, 307, 308].includes(answer.status)) return { kind: 'none' };
  const location = sanitize(header(answer, 'location'));
  const method = redirectMethod(answer.status, request.method);
  if (location === undefined || method === undefined || followed >= maxRedirects) return { kind: 'refused' };
  const base = uriOf(request.address);
  const uri = base === undefined ? location : resolveUri(base, location);
  const address = uri.opaque ? undefined : addressOf(uri);
  const failure = unsendable(uri, address);
  if (failure || address === undefined) return { kind: 'failed', failure: failure ?? noHost };
  return { kind: 'follow', request: { ...request, method, address, headers: copiedHeaders(sent) } };
}

/** What Java says of a Location without a host. */
const noHost: TransportFailure = {
  kind: 'no-host',
  detail: 'Cannot invoke "String.toLowerCase(java.util.Locale)" because "host" is null',
};

function unsendable(uri: Uri, address: Address | undefined): TransportFailure | undefined {
  const scheme = uri.scheme ?? 'null';
  if (scheme.toLowerCase() !== 'http' && !isSecure({ scheme })) return { kind: 'bad-scheme', detail: scheme };
  return address === undefined ? noHost : undefined;
}

/**
 * HttpRedirector.sanitize: a Location that is no URI is taken apart and quoted. Its query keeps the `?` that it begins with, so that two
 * are sent, and escapes that were there are escaped again.
 */
function sanitize(location: string | undefined): Uri | undefined {
  if (location === undefined) return undefined;
  const parsed = parseUri(location);
  if (parsed.ok) return parsed.uri;
  const [, scheme = '', server = '', path = '', query = ''] =
    /^(?:(https?:\/\/)([^/?#]+))?([^?#]*)([^#]*)/.exec(location) ?? [];
  const authority = scheme + quote(server, serverCharacter);
  const mended = parseUri(authority + quote(path, pathCharacter) + (query === '' ? '' : `?${quote(query, uric)}`));
  return mended.ok ? mended.uri : undefined;
}

function quote(text: string, allowed: CharacterClass): string {
  return text.replace(/[\s\S]/gu, (character) =>
    allowed.characters.has(character) || isVisibleBeyondAscii(character) ? character : percentEncoded(utf8(character)),
  );
}

function redirectMethod(status: number, method: string): string | undefined {
  if (status === 307 || status === 308 || method === 'HEAD') return method;
  if (status === 303) return 'GET';
  if (method === 'PUT') return method;
  if (status === 302 || method === 'GET' || method === 'POST') return 'GET';
  return undefined;
}

/** HttpClient.copyRequest: all but host, expectations, cookies and authorization; a value that is there already is not repeated. */
function copiedHeaders(sent: readonly Header[]): Header[] {
  const copied: Header[] = [...commonHeaders];
  for (const [name, value] of sent) {
    if (['host', 'expect', 'cookie', 'authorization', 'proxy-authorization'].includes(name.toLowerCase())) continue;
    const same = knownHeader(name);
    if (!copied.some(([known, text]) => knownHeader(known) === same && containsElement(text, value))) {
      copied.push([name, value]);
    }
  }
  return copied;
}
