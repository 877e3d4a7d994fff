import { createServer, type Server } from 'node:http';
import type { RecordedHeader } from './recording.ts';

export interface ReceivedRequest {
  readonly method: string;
  readonly target: string;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
}

interface Served {
  readonly status: number;
  readonly headers: readonly RecordedHeader[];
  readonly body: Buffer;
}

/** What belongs to the connection: it is made anew. */
const ofTheConnection = ['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'date'];

/** Gives one answer to every request on a free port of 127.0.0.1, and keeps what came. */
export class AnsweringServer {
  readonly received: ReceivedRequest[] = [];
  readonly #server: Server;

  constructor(private readonly served: Served) {
    this.#server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(Buffer.from(chunk));
      const headers = new Map(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
      const { method = '', url: target = '' } = request;
      this.received.push({ method, target, headers, body: Buffer.concat(chunks) });
      response.statusCode = this.served.status;
      for (const [name, value] of this.served.headers) {
        if (!ofTheConnection.includes(name)) response.setHeader(name, value);
      }
      response.end(this.served.body);
    });
  }

  /** @returns the endpoint */
  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const address = this.#server.address();
    return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }
}
