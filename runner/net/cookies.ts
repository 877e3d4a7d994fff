import { type Address, isSecure, origin } from '../../core/http/address.ts';
import type { Answer } from '../../core/http/answer.ts';

interface Cookie {
  readonly origin: string;
  readonly name: string;
  readonly value: string;
  readonly host: string;
  /** Also for hosts below. */
  readonly domain: boolean;
  readonly path: string;
  readonly secure: boolean;
}

/** The cookies of one exchange: what a redirect's answer sets, the next request carries (Jetty's HttpClient has a cookie store). */
export class CookieJar {
  #cookies: Cookie[] = [];

  /** @param isolated cookies go back to the very origin that set them only */
  constructor(private readonly isolated: boolean) {}

  keep(address: Address, answer: Answer): void {
    for (const [name, value] of answer.headers) {
      const cookie = name.toLowerCase() === 'set-cookie' ? parse(value, address) : undefined;
      if (!cookie) continue;
      this.#cookies = this.#cookies.filter(
        (known) => known.name !== cookie.name || known.host !== cookie.host || known.path !== cookie.path,
      );
      if (!isExpired(value)) this.#cookies.push(cookie);
    }
  }

  /** The value of the Cookie header; undefined where none is due. */
  header(address: Address): string | undefined {
    const due = this.#cookies.filter(
      (cookie) => isDue(cookie, address) && (!this.isolated || cookie.origin === origin(address)),
    );
    return due.length === 0 ? undefined : due.map(({ name, value }) => `${name}=${value}`).join('; ');
  }
}

function parse(text: string, address: Address): Cookie | undefined {
  const [pair = '', ...attributes] = text.split(';').map((part) => part.trim());
  const equals = pair.indexOf('=');
  if (equals <= 0) return undefined;
  const attribute = (name: string): string | undefined => {
    const found = attributes.find((part) => part.toLowerCase().split('=')[0]?.trim() === name);
    return found === undefined ? undefined : found.slice(found.indexOf('=') + 1).trim();
  };
  const host = address.host.toLowerCase();
  const domain = attribute('domain')?.toLowerCase().replace(/^\./, '');
  if (domain !== undefined && domain !== host && !host.endsWith(`.${domain}`)) return undefined;
  const directory = address.path.slice(0, address.path.lastIndexOf('/') + 1) || '/';
  return {
    origin: origin(address),
    name: pair.slice(0, equals).trim(),
    value: isVersionOne(text) ? unquoted(pair.slice(equals + 1).trim()) : pair.slice(equals + 1).trim(),
    host: domain ?? host,
    domain: domain !== undefined,
    path: attribute('path') || directory,
    secure: attribute('secure') !== undefined,
  };
}

/** java.net.HttpCookie guesses RFC 2965 by these attributes, and takes quotes away then. */
function isVersionOne(text: string): boolean {
  return /;\s*(version|max-age)\s*=/i.test(text);
}

function unquoted(value: string): string {
  return /^"(.*)"$/.exec(value)?.[1] ?? value;
}

function isExpired(text: string): boolean {
  return /;\s*max-age\s*=\s*-?0*\s*(;|$)/i.test(text) || /;\s*max-age\s*=\s*-/i.test(text);
}

function isDue(cookie: Cookie, address: Address): boolean {
  const host = address.host.toLowerCase();
  const sameHost = host === cookie.host || (cookie.domain && host.endsWith(`.${cookie.host}`));
  return sameHost && (address.path || '/').startsWith(cookie.path) && (!cookie.secure || isSecure(address));
}
