import type { Header } from '../../core/http/request.ts';
import type { WireRequest } from '../../core/http/wire.ts';
import type { Mask } from './mask.ts';

/** A request as a person may see it: secrets and credentials are `***`. */
export interface ShownRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly Header[];
  readonly body: string | undefined;
  readonly proxy: string | undefined;
}

/** The request as it goes out. `mask` undefined: with its secrets, for copying. */
export function showRequest(wire: WireRequest, mask: Mask | undefined): ShownRequest {
  const text = (value: string): string => mask?.text(value) ?? value;
  const { method, headers, body, proxy } = wire;
  return {
    method,
    url: text(urlOf(wire)),
    headers: headers.map((header) => mask?.header(header) ?? header),
    body: body && body.length > 0 ? text(new TextDecoder().decode(body)) : undefined,
    proxy: proxy && `${proxy.secure ? 'https' : 'http'}://${proxy.host}:${proxy.port}`,
  };
}

function urlOf({ target, host, port, secure }: WireRequest): string {
  if (/^https?:\/\//i.test(target)) return target;
  const implied = port === (secure ? 443 : 80);
  const name = host.includes(':') ? `[${host}]` : host;
  return `${secure ? 'https' : 'http'}://${name}${implied ? '' : `:${port}`}${target}`;
}
