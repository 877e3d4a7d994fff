import type { ApiAnswer } from './call.ts';
import type { OutgoingRequest } from './transport.ts';

/** Digdag redirects once, to its storage; storages and proxies may add some. */
export const mostRedirects = 5;

/** What goes to other servers, too: neither Authorization nor a header of the settings, which may be a key as well. */
const harmless = ['accept-encoding', 'user-agent'];

/**
 * The request that an answer asks for; undefined where it asks for none, or for one that is not made: only GET is repeated, and never
 * without encryption where it was encrypted.
 */
export function redirected(request: OutgoingRequest, { status, headers }: ApiAnswer): OutgoingRequest | undefined {
  const { location } = headers;
  if (request.method !== 'GET' || ![301, 302, 303, 307, 308].includes(status) || location === undefined)
    return undefined;
  if (!URL.canParse(location, request.origin + request.target)) return undefined;
  const url = new URL(location, request.origin + request.target);
  const allowed = request.origin.startsWith('https:') ? ['https:'] : ['http:', 'https:'];
  if (!allowed.includes(url.protocol)) return undefined;
  const kept = Object.entries(request.headers).filter(
    ([name]) => url.origin === request.origin || harmless.includes(name),
  );
  return { ...request, origin: url.origin, target: url.pathname + url.search, headers: Object.fromEntries(kept) };
}
