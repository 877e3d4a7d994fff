import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { answerBytes, behaviourOf, type Routes } from './behaviour.ts';

/** A request as it came over the wire, names in lower case, every byte a character. */
export interface ReceivedRequest {
  readonly server: string;
  readonly method: string;
  readonly target: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
  /** Milliseconds, for the rhythm of retries. */
  readonly time: number;
}

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** Listens on a free port of 127.0.0.1 and answers as `routes` say; every request is handed to `received` in the order of arrival. */
export class RecordingServer {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #counts = new Map<string, number>();
  routes: Routes = {};

  constructor(
    private readonly name: string,
    private readonly received: (request: ReceivedRequest) => void,
    certificate?: Certificate,
  ) {
    const accept = (socket: Socket): void => this.#accept(socket);
    this.#server = certificate ? createTlsServer(certificate, accept) : createServer(accept);
    this.#server.on('tlsClientError', () => {});
  }

  get port(): number {
    const address = this.#server.address();
    return typeof address === 'object' && address ? address.port : 0;
  }

  get connections(): number {
    return this.#sockets.size;
  }

  async listen(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  forget(): void {
    this.#counts.clear();
  }

  #accept(socket: Socket): void {
    this.#sockets.add(socket);
    let buffered = Buffer.alloc(0);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.#sockets.delete(socket));
    socket.on('data', (chunk: Buffer) => {
      buffered = Buffer.concat([buffered, chunk]);
      for (let request = parse(buffered); request; request = parse(buffered)) {
        buffered = buffered.subarray(request.size);
        this.#answer(socket, request);
      }
    });
  }

  #answer(socket: Socket, request: Parsed): void {
    const { method, target, headers, body } = request;
    this.received({ server: this.name, method, target, headers, body, time: performance.now() });
    const path = target.replace(/^https?:\/\/[^/?]*/, '').replace(/\?.*$/s, '');
    const count = this.#counts.get(path) ?? 0;
    this.#counts.set(path, count + 1);
    const behaviour = behaviourOf(this.routes, path, count);
    if (behaviour.close) {
      socket.destroy();
      return;
    }
    const { bytes, end } = answerBytes(behaviour, method);
    const write = (): void => {
      if (end) socket.end(bytes);
      else if (!socket.destroyed) socket.write(bytes);
    };
    if (behaviour.delay) setTimeout(write, behaviour.delay * 1000).unref();
    else write();
  }
}

interface Parsed {
  readonly method: string;
  readonly target: string;
  readonly headers: [string, string][];
  readonly body: Buffer;
  readonly size: number;
}

/** The first whole request of what has come so far. */
function parse(bytes: Buffer): Parsed | undefined {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const [line = '', ...rest] = bytes.subarray(0, end).toString('latin1').split('\r\n');
  const [, method = '', target = ''] = /^(\S+) (.*) HTTP\/1\.1$/s.exec(line) ?? [];
  const headers = rest.map((text): [string, string] => {
    const colon = text.indexOf(':');
    return [text.slice(0, colon).toLowerCase(), text.slice(colon + 1).trim()];
  });
  const length = Number(headers.find(([name]) => name === 'content-length')?.[1] ?? 0);
  const start = end + 4;
  if (bytes.length < start + length) return undefined;
  return { method, target, headers, body: bytes.subarray(start, start + length), size: start + length };
}
