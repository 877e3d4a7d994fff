import { TransportError } from '../failure.ts';
import { errorOf } from './answerError.ts';
import type { ApiAnswer, ApiRequest, Call } from './call.ts';
import { authorization, type Credentials } from './credentials.ts';
import { type Endpoint, parseEndpoint } from './endpoint.ts';
import { mostRedirects, redirected } from './redirect.ts';
import type { OutgoingRequest, Transport } from './transport.ts';

/** Where a Digdag server is, and how to speak to it. */
export interface ServerOptions {
  /** `host:port` or an http(s) URL; see parseEndpoint. */
  readonly endpoint: string;
  readonly credentials?: Credentials | undefined;
  /** Sent with every request to this server (`client.http.headers.*` of Digdag's config); names in any case. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Asks for compressed answers. */
  readonly gzip?: boolean | undefined;
  /** More certificates to trust (PEM). */
  readonly ca?: readonly string[] | undefined;
  /** Trusts any certificate. */
  readonly insecure?: boolean | undefined;
  /** For one call, redirects included; 30 s where absent. */
  readonly maxMilliseconds?: number | undefined;
  /** Of an answer, compressed or not; 32 MiB where absent. */
  readonly maxBytes?: number | undefined;
}

/**
 * A Digdag server. Calls are made by the functions in calls/, one a file's topic:
 *
 *     const server = new DigdagServer({ endpoint: 'localhost:65432' });
 *     const projects = await server.ask(listProjects({ name: 'demo' }), signal);
 *
 * Nothing is sent before the first `ask`, and undici is loaded only then.
 */
export class DigdagServer {
  readonly #endpoint: Endpoint;
  readonly #headers: Readonly<Record<string, string>>;
  #transport: Promise<Transport> | undefined;

  /** Throws an EndpointError. */
  constructor(private readonly options: ServerOptions) {
    this.#endpoint = parseEndpoint(options.endpoint);
    this.#headers = ownHeaders(options);
  }

  /**
   * Sends a call and reads its answer. Rejects with
   * - DigdagError where the server refuses (its status and Digdag's message),
   * - AnswerError where the answer is not what Digdag sends,
   * - TransportError where none came: no connection, too slow, too large,
   * - the signal's own reason where it was aborted.
   */
  async ask<T>({ request, read, alsoReads }: Call<T>, signal: AbortSignal): Promise<T> {
    const answer = await this.#answer(request, signal);
    const isRead = (answer.status >= 200 && answer.status < 300) || answer.status === alsoReads;
    if (!isRead) throw errorOf(answer);
    return read(answer);
  }

  /** Ends what is under way and closes the connections. */
  async close(): Promise<void> {
    const transport = this.#transport;
    this.#transport = undefined;
    await (await transport)?.close();
  }

  async #answer(request: ApiRequest, signal: AbortSignal): Promise<ApiAnswer> {
    signal.throwIfAborted();
    this.#transport ??= this.#open();
    const transport = await this.#transport;
    const timeLimit = new AbortController();
    const timer = setTimeout(
      () => timeLimit.abort(new TransportError({ kind: 'timeout', detail: '' })),
      this.options.maxMilliseconds ?? 30_000,
    );
    try {
      return await this.#follow(transport, request, AbortSignal.any([signal, timeLimit.signal]));
    } finally {
      clearTimeout(timer);
    }
  }

  async #follow(transport: Transport, request: ApiRequest, signal: AbortSignal): Promise<ApiAnswer> {
    const { origin, base } = this.#endpoint;
    const headers = { ...this.#headers, ...request.headers };
    let next: OutgoingRequest = { ...request, origin, target: base + request.target, headers };
    for (let followed = 0; ; followed++) {
      const answer = await transport.send(next, signal);
      const after = followed < mostRedirects ? redirected(next, answer) : undefined;
      if (!after) return answer;
      next = after;
    }
  }

  async #open(): Promise<Transport> {
    const { Transport } = await import('../main.ts');
    const { ca, insecure, maxBytes = 32 * 1024 * 1024 } = this.options;
    return new Transport({ ca, insecure, maxBytes });
  }
}

function ownHeaders({ headers = {}, credentials, gzip = false }: ServerOptions): Record<string, string> {
  const given = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
  return {
    'user-agent': 'Digkit',
    ...Object.fromEntries(given),
    ...(credentials ? { authorization: authorization(credentials) } : {}),
    ...(gzip ? { 'accept-encoding': 'gzip' } : {}),
  };
}
