import type { Uri } from './uri.ts';
import {
  alpha,
  digit,
  pathCharacter,
  registryCharacter,
  schemeCharacter,
  scopeId,
  serverCharacter,
  serverCharacterOrPercent,
  uric,
  userInfoCharacter,
} from './uriCharacters.ts';
import { parseHost, parseIpv6 } from './uriHost.ts';
import { UriScanner, UriSyntaxError } from './uriScanner.ts';

export type ParsedUri = { readonly ok: true; readonly uri: Uri } | { readonly ok: false; readonly message: string };

/**
 * Reads a text as `new java.net.URI(text)` does.
 * @returns the URI, or the message of Java's URISyntaxException, e.g. `Illegal character in path at index 24: http://…`
 */
export function parseUri(text: string): ParsedUri {
  try {
    return { ok: true, uri: new UriParser(text).parse() };
  } catch (error) {
    if (error instanceof UriSyntaxError)
      return { ok: false, message: `${error.reason} at index ${error.index}: ${text}` };
    throw error;
  }
}

interface Server {
  readonly userInfo?: string;
  readonly host: string;
  readonly port: number;
}

class UriParser extends UriScanner {
  parse(): Uri {
    const end = this.text.length;
    const colon = this.scanTo(0, end, ':', '/?#');
    if (colon < 0 || !this.at(colon, end, ':')) return this.hierarchical(undefined, 0);
    if (colon === 0) this.expect('scheme name', 0);
    this.check(0, 1, alpha, 'scheme name');
    this.check(1, colon, schemeCharacter, 'scheme name');
    const scheme = this.text.slice(0, colon);
    if (this.at(colon + 1, end, '/')) return this.hierarchical(scheme, colon + 1);
    const hash = this.scanTo(colon + 1, end, '#');
    if (hash <= colon + 1) this.expect('scheme-specific part', colon + 1);
    this.check(colon + 1, hash, uric, 'opaque part');
    return { scheme, opaque: true, port: -1, path: '', ...this.fragment(hash) };
  }

  private hierarchical(scheme: string | undefined, start: number): Uri {
    const end = this.text.length;
    let index = start;
    let authority = {};
    if (this.at(index, end, '//')) {
      index += 2;
      const stop = this.scanTo(index, end, '/?#');
      if (stop > index) authority = this.authority(index, stop);
      else if (stop === end) this.expect('authority', index);
      index = stop;
    }
    const pathEnd = this.scanTo(index, end, '?#');
    this.check(index, pathEnd, pathCharacter, 'path');
    const path = this.text.slice(index, pathEnd);
    let query: string | undefined;
    let behind = pathEnd;
    if (this.at(pathEnd, end, '?')) {
      behind = this.scanTo(pathEnd + 1, end, '#');
      this.check(pathEnd + 1, behind, uric, 'query');
      query = this.text.slice(pathEnd + 1, behind);
    }
    return { scheme, opaque: false, port: -1, ...authority, path, query, ...this.fragment(behind) };
  }

  private fragment(start: number): { fragment?: string } {
    const end = this.text.length;
    if (!this.at(start, end, '#')) return {};
    this.check(start + 1, end, uric, 'fragment');
    return { fragment: this.text.slice(start + 1) };
  }

  /** A server where it can be read as one, else a name in a registry (which has no host), else an error. */
  private authority(start: number, end: number): Partial<Uri> {
    const bracketed = this.scanTo(start, end, ']') > start;
    const serverEnd = this.scan(start, end, bracketed ? serverCharacterOrPercent : serverCharacter);
    const registry = this.scan(start, end, registryCharacter) === end;
    const authority = this.text.slice(start, end);
    if (serverEnd < end) return registry ? { authority } : this.fail('Illegal character in authority', start);
    try {
      return { authority, ...this.server(start, end) };
    } catch (error) {
      if (registry && error instanceof UriSyntaxError) return { authority };
      throw error;
    }
  }

  private server(start: number, end: number): Server {
    let index = start;
    let userInfo: string | undefined;
    const at = this.scanTo(start, end, '@', '/?#');
    if (at >= start && this.at(at, end, '@')) {
      this.check(start, at, userInfoCharacter, 'user info');
      userInfo = this.text.slice(start, at);
      index = at + 1;
    }
    const hostEnd = this.at(index, end, '[') ? this.bracketedHost(index, end) : parseHost(this, index, end);
    const host = this.text.slice(index, hostEnd);
    const { port, next } = this.port(hostEnd, end);
    if (next < end) this.expect('port number', next);
    return { userInfo, host, port };
  }

  private bracketedHost(start: number, end: number): number {
    const close = this.scanTo(start + 1, end, ']', '/?#');
    if (close <= start + 1 || !this.at(close, end, ']')) this.expect('closing bracket for IPv6 address', close);
    const percent = this.scanTo(start + 1, close, '%');
    if (percent <= start + 1 || percent === close) parseIpv6(this, start + 1, close);
    else {
      parseIpv6(this, start + 1, percent);
      if (percent + 1 === close) this.fail('scope id expected', percent + 1);
      this.check(percent + 1, close, scopeId, 'scope id');
    }
    return close + 1;
  }

  private port(start: number, end: number): { port: number; next: number } {
    if (!this.at(start, end, ':')) return { port: -1, next: start };
    if (start + 1 === end) return { port: -1, next: end };
    this.check(start + 1, end, digit, 'port number');
    const port = Number(this.text.slice(start + 1, end));
    if (port > 0x7fffffff) this.fail('Malformed port number', start + 1);
    return { port, next: end };
  }
}
