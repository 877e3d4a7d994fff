import { EndpointError } from './errors.ts';

export interface Endpoint {
  /** `http://127.0.0.1:65432` */
  readonly origin: string;
  /** What stands before `/api`, for a server behind a proxy: `/digdag`, or empty. */
  readonly base: string;
}

/** Reads `host`, `host:port` or an http(s) URL, as `digdag -e` does (ClientCommand.buildClient); a path is kept. Throws an EndpointError. */
export function parseEndpoint(text: string): Endpoint {
  const url = urlOf(/^[a-z][a-z0-9+.-]*:\/\//i.test(text.trim()) ? text.trim() : `http://${text.trim()}`);
  if (!url) throw new EndpointError('The endpoint is not a URL');
  if (!/^https?:$/.test(url.protocol)) throw new EndpointError('Endpoint must start with http:// or https://');
  if (url.username || url.password) throw new EndpointError('The endpoint must not hold a user name or password');
  return { origin: url.origin, base: url.pathname.replace(/\/+$/, '') };
}

function urlOf(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
