import type { Exchange } from '../../core/http/answer.ts';
import { redirect } from '../../core/http/redirect.ts';
import type { Header, HttpRequest } from '../../core/http/request.ts';
import { type AddressedRequest, normalizeHeaders, type WireRequest, wireRequest } from '../../core/http/wire.ts';
import { connect, TunnelRefused } from './connect.ts';
import { CookieJar } from './cookies.ts';
import { Countdown } from './countdown.ts';
import { failureOf, TransportError } from './failure.ts';
import { exchange } from './receive.ts';
import type { ResponseHead, SendOptions, Sent } from './sent.ts';

export { Transport } from './digdag/transport.ts';

/**
 * Headers of so many bytes, all answers of one exchange together, end it. Jetty has no limit; a server that sends more is no friend: with
 * a limit for each answer alone, eight redirects would take eight times the memory.
 */
const largestHeads = 256 * 1024;

/**
 * Sends a request as Digdag's Jetty client does: redirects followed, one connection each, the task's time limit over all of it.
 * Failures of the network are part of the result; only the caller's own signal, and what `options` throw, reject.
 */
export async function send(
  request: HttpRequest & { readonly address: AddressedRequest['address'] },
  options: SendOptions,
  signal: AbortSignal,
): Promise<Sent> {
  const start = performance.now();
  const timer = new AbortController();
  const countdown = new Countdown(limitOf(request, options), () =>
    timer.abort(new TransportError({ kind: 'timeout', detail: '' })),
  );
  const sender = new Sender(unhurried(options, countdown), AbortSignal.any([signal, timer.signal]));
  try {
    const exchanged = await sender.exchange(request);
    return { exchange: exchanged, ...sender.seen, milliseconds: performance.now() - start };
  } finally {
    countdown.dispose();
  }
}

/** What a person is asked may take its time. */
function unhurried(options: SendOptions, { outside }: Countdown): SendOptions {
  const { checkAddress, checkRedirect } = options;
  return {
    ...options,
    ...(checkAddress && { checkAddress: (address) => outside(() => checkAddress(address)) }),
    ...(checkRedirect && { checkRedirect: (from, to) => outside(() => checkRedirect(from, to)) }),
  };
}

/** setTimeout's own limit stands for none. */
function limitOf({ timeoutSeconds }: HttpRequest, { longest = 0x7fffffff }: SendOptions): number {
  return Math.min(timeoutSeconds > 0 ? timeoutSeconds * 1000 : longest, longest);
}

class Sender {
  readonly #requests: WireRequest[] = [];
  readonly #cookies: CookieJar;
  #response: ResponseHead | undefined;
  #headBytesLeft = largestHeads;

  constructor(
    private readonly options: SendOptions,
    private readonly signal: AbortSignal,
  ) {
    this.#cookies = new CookieJar(options.isolateCookies ?? false);
  }

  get seen(): Pick<Sent, 'requests' | 'response'> {
    return { requests: this.#requests, response: this.#response };
  }

  async exchange(first: AddressedRequest): Promise<Exchange> {
    const { scheme } = first.address;
    if (!/^https?$/i.test(scheme)) return { kind: 'failed', failure: { kind: 'bad-scheme', detail: scheme } };
    let request = first;
    for (let followed = 0; ; followed++) {
      const headers = normalizeHeaders(request, this.#cookies.header(request.address));
      const wire = wireRequest(request, headers);
      const answered = await this.#once(wire, request);
      if (answered.kind !== 'answered') return answered;
      this.#cookies.keep(request.address, answered.answer);
      const next = redirect(request, headers, answered.answer, followed);
      if (next.kind === 'none') return answered;
      if (next.kind === 'refused') return { kind: 'bodiless', answer: answered.answer };
      if (next.kind === 'failed') return next;
      request = (await this.options.checkRedirect?.(request, next.request)) ?? next.request;
    }
  }

  /** One request and its answer. */
  async #once(wire: WireRequest, { insecure }: AddressedRequest): Promise<Exchange> {
    try {
      const trust = { insecure, ca: this.options.ca };
      const socket = await this.#unlessStopped(connect(wire, trust, this.options, this.signal));
      this.#requests.push(wire);
      const limits = { signal: this.signal, largestHead: this.#headBytesLeft };
      const answer = await exchange(socket, wire, limits, (head) => {
        this.#response = head;
      });
      this.#headBytesLeft = Math.max(1, this.#headBytesLeft - bytesOf(answer.headers));
      return { kind: 'answered', answer };
    } catch (error) {
      if (this.signal.aborted && !(this.signal.reason instanceof TransportError)) throw this.signal.reason;
      if (isOwn(error)) throw error;
      if (error instanceof TunnelRefused) {
        return { kind: 'bodiless', answer: { status: error.status, reason: '', headers: [], body: new Uint8Array() } };
      }
      return { kind: 'failed', failure: failureOf(this.signal.aborted ? this.signal.reason : error) };
    }
  }

  /** A connection that comes too late is closed again. */
  #unlessStopped<T extends { destroy(): void }>(opening: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const stop = (): void => {
        reject(this.signal.reason);
        opening.then((socket) => socket.destroy()).catch(() => {});
      };
      if (this.signal.aborted) stop();
      this.signal.addEventListener('abort', stop, { once: true });
      opening.then(resolve, reject).finally(() => this.signal.removeEventListener('abort', stop));
    });
  }
}

/** As undici counts them. A text of Latin-1 has a byte a character. */
function bytesOf(headers: readonly Header[]): number {
  return headers.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
}

/** Errors that a guard of the caller threw are the caller's to see. */
function isOwn(error: unknown): boolean {
  return error instanceof Error && 'guard' in error;
}
