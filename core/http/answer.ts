import type { Header } from './request.ts';

/** A server's answer, its body read to the end and decoded. */
export interface Answer {
  readonly status: number;
  readonly reason: string;
  /** In order, names as they came. */
  readonly headers: readonly Header[];
  readonly body: Uint8Array;
}

/** Why no answer came. `detail` is a text for the message where the kind alone does not say it. */
export interface TransportFailure {
  readonly kind:
    | 'refused'
    | 'unknown-host'
    | 'unreachable'
    | 'timeout'
    | 'connect-timeout'
    | 'closed'
    | 'reset'
    | 'too-large'
    | 'bad-port'
    | 'bad-scheme'
    | 'tls'
    | 'zip'
    | 'no-host';
  readonly detail: string;
}

/**
 * What came of one exchange: the last answer of it, or nothing. `bodiless` is an answer whose body Jetty does not hand out: a redirect that
 * cannot be followed, a proxy that opens no tunnel.
 */
export type Exchange =
  | { readonly kind: 'answered'; readonly answer: Answer }
  | { readonly kind: 'bodiless'; readonly answer: Answer }
  | { readonly kind: 'failed'; readonly failure: TransportFailure };

/** How many bytes of a body Jetty buffers: 2 MiB, of an authentication challenge 16 KiB. Redirects are never read. */
export function bufferedBytes(status: number): number {
  return status === 401 || status === 407 ? 16 * 1024 : 2 * 1024 * 1024;
}

/** The first header of this name. */
export function header(answer: Pick<Answer, 'headers'>, name: string): string | undefined {
  return answer.headers.find(([known]) => known.toLowerCase() === name)?.[1];
}
