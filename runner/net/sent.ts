import type { Exchange } from '../../core/http/answer.ts';
import type { Header } from '../../core/http/request.ts';
import type { AddressedRequest, WireRequest } from '../../core/http/wire.ts';

/** What may be watched and decided while a request is sent. */
export interface SendOptions {
  /** More certificates to trust (PEM). */
  readonly ca?: readonly string[];
  /** Asked of every address before a connection to it is made; a rejection ends the exchange with it. */
  readonly checkAddress?: (address: TargetAddress) => Promise<void>;
  /** Resolves a host's name; the system's own resolver where absent. Asked once for each connection. */
  readonly lookUp?: LookUp;
  /** Asked before a redirect is followed; may take secrets away, or reject. */
  readonly checkRedirect?: (from: AddressedRequest, to: AddressedRequest) => Promise<AddressedRequest>;
  /** Cookies stay with the scheme, host and port that set them; else with the host alone, as Java keeps them. */
  readonly isolateCookies?: boolean;
  /** At most this many milliseconds for everything but questions, also where the request has no limit of its own. */
  readonly longest?: number;
}

/** The addresses of a name, in the order in which they are tried. */
export type LookUp = (host: string) => Promise<readonly string[]>;

/** Where a connection is about to go. */
export interface TargetAddress {
  /** As the URL names it. */
  readonly host: string;
  /** The resolved IP address; undefined where only the proxy can resolve the name. */
  readonly ip: string | undefined;
  readonly port: number;
  readonly proxy: boolean;
}

/** One exchange: what went out, and what came back. */
export interface Sent {
  readonly exchange: Exchange;
  /** Every request of it: more than one where redirects were followed. */
  readonly requests: readonly WireRequest[];
  /** The last answer's beginning, also where its body was too large or broke off. */
  readonly response: ResponseHead | undefined;
  readonly milliseconds: number;
}

export interface ResponseHead {
  readonly status: number;
  readonly reason: string;
  readonly headers: readonly Header[];
  /** Bytes of the body read so far: as they came, and decoded. */
  readonly wireBytes: number;
  readonly decodedBytes: number;
}
