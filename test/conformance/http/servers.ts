import { createServer } from 'node:net';
import { selfSignedCertificate } from '../../support/certificate.ts';
import type { Routes } from './behaviour.ts';
import { type Certificate, type ReceivedRequest, RecordingServer } from './server.ts';

/** The servers of one case: two plain ones, one with TLS, and a port where nothing listens. */
export class Servers {
  private constructor(
    /** Every request of the step, in the order of arrival. */
    readonly received: ReceivedRequest[],
    private readonly host: RecordingServer,
    private readonly host2: RecordingServer,
    private readonly tls: RecordingServer,
    private readonly deadPort: number,
  ) {}

  static async open(certificate: Certificate): Promise<Servers> {
    const received: ReceivedRequest[] = [];
    const server = (name: string, secured?: Certificate): Promise<RecordingServer> =>
      new RecordingServer(name, (request) => received.push(request), secured).listen();
    const opened = await Promise.all([server('HOST'), server('HOST2'), server('TLSHOST', certificate)]);
    return new Servers(received, ...opened, await freePort());
  }

  /** What the recordings' placeholders stand for here. */
  get names(): Readonly<Record<string, string>> {
    return {
      HOST: `127.0.0.1:${this.host.port}`,
      HOST2: `127.0.0.1:${this.host2.port}`,
      TLSHOST: `127.0.0.1:${this.tls.port}`,
      LOCALHOST: `localhost:${this.host.port}`,
      DEADHOST: `127.0.0.1:${this.deadPort}`,
      PORT2: String(this.host2.port),
    };
  }

  /** Begins a step: other answers, nothing received, every path counted anew. */
  serve(routes: Routes, routes2: Routes): void {
    this.received.length = 0;
    for (const one of [this.host, this.host2, this.tls]) one.forget();
    this.host.routes = routes;
    this.tls.routes = routes;
    this.host2.routes = routes2;
  }

  async close(): Promise<void> {
    await Promise.all([this.host.close(), this.host2.close(), this.tls.close()]);
  }
}

/** Made once for all cases: a key takes time. */
export function certificateOnce(): () => Certificate {
  let made: Certificate | undefined;
  return () => {
    made ??= selfSignedCertificate();
    return made;
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return typeof address === 'object' && address ? address.port : 1;
}
