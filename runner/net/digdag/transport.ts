import { Agent, type Dispatcher } from 'undici';
import { failureOf, TransportError } from '../failure.ts';
import type { ApiAnswer, ApiRequest } from './call.ts';
import { gunzip, isTooLarge } from './gunzip.ts';

/** A request to one server. */
export interface OutgoingRequest extends ApiRequest {
  /** `http://127.0.0.1:65432` */
  readonly origin: string;
}

export interface TransportOptions {
  /** More certificates to trust (PEM); Node's own where absent. */
  readonly ca?: readonly string[] | undefined;
  /** Trusts any certificate. */
  readonly insecure?: boolean | undefined;
  /** Of a body, both compressed and not. */
  readonly maxBytes: number;
}

/** Sends requests of the Digdag client. Follows no redirect, keeps connections open for the next request. */
export class Transport {
  readonly #agent: Agent;
  readonly #maxBytes: number;

  constructor({ ca, insecure = false, maxBytes }: TransportOptions) {
    this.#maxBytes = maxBytes;
    this.#agent = new Agent({
      connect: { rejectUnauthorized: !insecure, ...(ca ? { ca: [...ca] } : {}) },
      headersTimeout: 0,
      bodyTimeout: 0,
    });
  }

  /** Rejects with a TransportError, or with the signal's reason. */
  async send(request: OutgoingRequest, signal: AbortSignal): Promise<ApiAnswer> {
    try {
      return await this.#exchange(request, signal);
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      throw transportError(error, request.origin);
    }
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }

  async #exchange({ origin, target, method, headers, body }: OutgoingRequest, signal: AbortSignal): Promise<ApiAnswer> {
    const received = await this.#agent.request({
      origin,
      path: target,
      method,
      headers: { ...headers },
      body: body ?? null,
      signal,
    });
    const head = { status: received.statusCode, headers: singleHeaders(received.headers) };
    return { ...head, body: await this.#decoded(await this.#bytes(received.body), head.headers['content-encoding']) };
  }

  async #bytes(body: Dispatcher.ResponseData['body']): Promise<Uint8Array> {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of body) {
      size += chunk.length;
      if (size > this.#maxBytes) throw this.#tooLarge();
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  }

  async #decoded(body: Uint8Array, encoding = 'identity'): Promise<Uint8Array> {
    if (body.length === 0 || !/^(x-)?gzip$/i.test(encoding.trim())) return body;
    try {
      return await gunzip(body, { maxBytes: this.#maxBytes });
    } catch (error) {
      throw isTooLarge(error) ? this.#tooLarge() : new TransportError({ kind: 'zip', detail: String(error) });
    }
  }

  #tooLarge(): TransportError {
    return new TransportError({ kind: 'too-large', detail: `more than ${this.#maxBytes} bytes` });
  }
}

/** Of a header that comes twice, both with a comma between. */
function singleHeaders(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  const entries = Object.entries(headers).map(([name, value = '']) => [name.toLowerCase(), String(value)]);
  return Object.fromEntries(entries);
}

/** Names are looked up by Node here, so its codes for an unknown one come, too. */
function transportError(error: unknown, origin: string): TransportError {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return new TransportError({ kind: 'unknown-host', detail: new URL(origin).hostname });
  }
  return new TransportError(failureOf(error));
}
