import type { Socket } from 'node:net';
import { createGunzip, constants as zlib } from 'node:zlib';
import { Client, type Dispatcher } from 'undici';
import { type Answer, bufferedBytes, header } from '../../core/http/answer.ts';
import type { Header } from '../../core/http/request.ts';
import type { WireRequest } from '../../core/http/wire.ts';
import { isClosed, jettyConnection, TransportError } from './failure.ts';
import { connected, headBytes, withHead } from './head.ts';
import type { ResponseHead } from './sent.ts';

export interface ExchangeLimits {
  readonly signal: AbortSignal;
  /** Headers of so many bytes end the exchange; at least one. */
  readonly largestHead: number;
}

/** Sends one request over a connection of its own and reads the answer; `started` learns of the answer while it comes. */
export function exchange(
  socket: Socket,
  wire: WireRequest,
  { signal, largestHead }: ExchangeLimits,
  started: (head: ResponseHead) => void,
): Promise<Answer> {
  const client = new Client('http://digdag', {
    connect: connected(withHead(socket, headBytes(wire))),
    headersTimeout: 0,
    bodyTimeout: 0,
    maxHeaderSize: largestHead,
    maxResponseSize: -1,
    pipelining: 1,
  });
  return new Promise<Answer>((resolve, reject) => {
    const receiver = new Receiver(jettyConnection(socket), wire, started, resolve, reject);
    const stop = (): void => receiver.stop(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    receiver.done = () => {
      signal.removeEventListener('abort', stop);
      socket.destroy();
      client.destroy().catch(reject);
    };
    client.dispatch({ path: '/', ...methodAndBody(wire) }, receiver);
  });
}

/** What undici must know to read the answer right: whether one to HEAD has no body. Everything else is in our own head. */
function methodAndBody({ method, body }: WireRequest): { method: Dispatcher.HttpMethod; body: Uint8Array | null } {
  const sent = body && body.length > 0 ? body : null;
  if (method === 'HEAD') return { method: 'HEAD', body: sent };
  return { method: sent ? 'POST' : 'GET', body: sent };
}

class Receiver implements Dispatcher.DispatchHandler {
  done: () => void = () => {};
  #controller: Dispatcher.DispatchController | undefined;
  #settled = false;
  #head: { status: number; reason: string; headers: Header[] } = { status: 0, reason: '', headers: [] };
  #chunks: Buffer[] = [];
  #wireBytes = 0;
  #decodedBytes = 0;
  #limit = 0;
  #gunzip: ReturnType<typeof createGunzip> | undefined;

  constructor(
    private readonly jetty: string,
    private readonly wire: WireRequest,
    private readonly started: (head: ResponseHead) => void,
    private readonly resolve: (answer: Answer) => void,
    private readonly reject: (error: unknown) => void,
  ) {}

  stop(reason: unknown): void {
    if (this.#settled) return;
    this.#settled = true;
    this.#report();
    this.#controller?.abort(reason instanceof Error ? reason : new Error('stopped'));
    this.#gunzip?.destroy();
    this.done();
    const silent = this.#head.status === 0 && isClosed(reason);
    this.reject(silent ? new TransportError({ kind: 'closed', detail: this.jetty }) : reason);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
  }

  onResponseStart(controller: Dispatcher.DispatchController, status: number, _headers: unknown, reason = ''): void {
    if (status < 200) return;
    this.#head = { status, reason, headers: rawHeaders(controller.rawHeaders) };
    this.#limit = bufferedBytes(status);
    this.#report();
    const length = Number(header(this.#head, 'content-length') ?? 0);
    if (length > this.#limit) this.#tooLarge();
    else if (this.wire.method !== 'HEAD' && isGzip(this.#head)) this.#gunzip = this.#startGunzip();
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#wireBytes += chunk.length;
    // What is compressed must not come in faster than it is decompressed, nor be longer than it could ever need to be.
    if (this.#wireBytes > 2 * this.#limit) this.#tooLarge();
    else if (!this.#gunzip) this.#keep(chunk);
    else if (!this.#gunzip.write(chunk)) {
      controller.pause();
      this.#gunzip.once('drain', () => controller.resume());
    }
  }

  onResponseEnd(): void {
    if (this.#gunzip) this.#gunzip.end();
    else this.#finish();
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.stop(error);
  }

  #keep(chunk: Buffer): void {
    this.#decodedBytes += chunk.length;
    if (this.#decodedBytes > this.#limit) this.#tooLarge();
    else this.#chunks.push(chunk);
  }

  /** Jetty takes an end inside of the stream as the end of the body. */
  #startGunzip(): ReturnType<typeof createGunzip> {
    const gunzip = createGunzip({ finishFlush: zlib.Z_SYNC_FLUSH });
    gunzip.on('data', (chunk: Buffer) => this.#keep(chunk));
    gunzip.on('end', () => this.#finish());
    gunzip.on('error', (error) => this.stop(new TransportError({ kind: 'zip', detail: zipMessage(error) })));
    return gunzip;
  }

  #tooLarge(): void {
    this.#chunks = [];
    this.stop(new TransportError({ kind: 'too-large', detail: `more than ${this.#limit} bytes` }));
  }

  #finish(): void {
    if (this.#settled) return;
    this.#settled = true;
    this.#report();
    this.done();
    this.resolve({ ...this.#head, body: Buffer.concat(this.#chunks) });
  }

  #report(): void {
    if (this.#head.status === 0) return;
    this.started({ ...this.#head, wireBytes: this.#wireBytes, decodedBytes: this.#decodedBytes });
  }
}

/** In the words of Jetty's GZIPContentDecoder. */
function zipMessage({ message }: Error): string {
  return message === 'incorrect header check' ? 'Invalid gzip bytes' : `java.util.zip.DataFormatException: ${message}`;
}

/** The first encoding that Jetty knows decides: it knows gzip only. */
function isGzip(head: { readonly headers: readonly Header[] }): boolean {
  const written = header(head, 'content-encoding') ?? '';
  return written.split(',').some((encoding) => encoding.trim().toLowerCase() === 'gzip');
}

function rawHeaders(raw: unknown): Header[] {
  const texts = Array.isArray(raw)
    ? raw.map((item) => (Buffer.isBuffer(item) ? item.toString('latin1') : String(item)))
    : [];
  return Array.from({ length: texts.length / 2 }, (_, index) => [texts[2 * index] ?? '', texts[2 * index + 1] ?? '']);
}
