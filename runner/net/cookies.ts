import { type Address, isSecure, origin } from '../../core/http/address.ts';
import type { Answer } from '../../core/http/answer.ts';

/** Who sets cookies: known once for all of an answer's, of which a hostile server sends thousands. */
interface Setter {
  readonly origin: string;
  readonly host: string;
  readonly directory: string;
}

interface Cookie {
  readonly origin: string;
  readonly name: string;
  readonly value: string;
  readonly host: string;
  /** Also for hosts below. */
  readonly domain: boolean;
  readonly path: string;
  readonly secure: boolean;
  /** Set to be forgotten. */
  readonly expired: boolean;
}

/** The cookies of one exchange: what a redirect's answer sets, the next request carries (Jetty's HttpClient has a cookie store). */
export class CookieJar {
  /** By name, host and path, in the order in which they were set last: a server may send thousands. */
  readonly #cookies = new Map<string, Cookie>();

  /** @param isolated cookies go back to the very origin that set them only */
  constructor(private readonly isolated: boolean) {}

  keep(address: Address, answer: Answer): void {
    const setter = setterOf(address);
    for (const [name, value] of answer.headers) {
      const cookie = name.toLowerCase() === 'set-cookie' ? parse(value, setter) : undefined;
      if (!cookie) continue;
      // No header holds a line end.
      const key = [cookie.name, cookie.host, cookie.path].join('\n');
      this.#cookies.delete(key);
      if (!cookie.expired) this.#cookies.set(key, cookie);
    }
  }

  /** The value of the Cookie header; undefined where none is due. */
  header(address: Address): string | undefined {
    const here = origin(address);
    const due = [...this.#cookies.values()].filter(
      (cookie) => isDue(cookie, address) && (!this.isolated || cookie.origin === here),
    );
    return due.length === 0 ? undefined : due.map(({ name, value }) => `${name}=${value}`).join('; ');
  }
}

function setterOf(address: Address): Setter {
  const directory = address.path.slice(0, address.path.lastIndexOf('/') + 1) || '/';
  return { origin: origin(address), host: address.host.toLowerCase(), directory };
}

function parse(text: string, { origin, host, directory }: Setter): Cookie | undefined {
  const end = text.indexOf(';');
  const pair = (end === -1 ? text : text.slice(0, end)).trim();
  const equals = pair.indexOf('=');
  if (equals <= 0) return undefined;
  const attributes = end === -1 ? noAttributes : attributesOf(text.slice(end + 1).split(';'));
  const domain = attributes.get('domain')?.toLowerCase().replace(/^\./, '');
  if (domain !== undefined && domain !== host && !host.endsWith(`.${domain}`)) return undefined;
  return {
    origin,
    name: pair.slice(0, equals).trim(),
    value: isVersionOne(attributes) ? unquoted(pair.slice(equals + 1).trim()) : pair.slice(equals + 1).trim(),
    host: domain ?? host,
    domain: domain !== undefined,
    path: attributes.get('path') || directory,
    secure: attributes.has('secure'),
    expired: isExpired(attributes),
  };
}

const noAttributes: ReadonlyMap<string, string> = new Map();

/** By their names in lower case; of one that is repeated the first counts. */
function attributesOf(parts: readonly string[]): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const part of parts) {
    const [name = ''] = part.toLowerCase().split('=', 1);
    if (!attributes.has(name.trim())) attributes.set(name.trim(), part.slice(part.indexOf('=') + 1).trim());
  }
  return attributes;
}

/** java.net.HttpCookie guesses RFC 2965 by these attributes, and takes quotes away then. */
function isVersionOne(attributes: ReadonlyMap<string, string>): boolean {
  return !attributes.has('expires') && (attributes.has('version') || attributes.has('max-age'));
}

/** Also by a date that cannot be read (HttpCookie.expiryDate2DeltaSeconds). */
function isExpired(attributes: ReadonlyMap<string, string>): boolean {
  const age = attributes.get('max-age');
  if (age !== undefined) return /^-|^0*$/.test(age);
  const date = attributes.get('expires');
  return date !== undefined && !(Date.parse(date) > Date.now());
}

function unquoted(value: string): string {
  return /^"(.*)"$/.exec(value)?.[1] ?? value;
}

function isDue(cookie: Cookie, address: Address): boolean {
  const host = address.host.toLowerCase();
  const sameHost = host === cookie.host || (cookie.domain && host.endsWith(`.${cookie.host}`));
  return sameHost && (address.path || '/').startsWith(cookie.path) && (!cookie.secure || isSecure(address));
}
