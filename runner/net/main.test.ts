import { connect, createServer } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { buildRequest } from '../../core/http/request.ts';
import type { ConfigMap, Value } from '../../core/value/value.ts';
import type { Behaviour } from '../../test/conformance/http/behaviour.ts';
import { type Certificate, type ReceivedRequest, RecordingServer } from '../../test/conformance/http/server.ts';
import { selfSignedCertificate } from '../../test/support/certificate.ts';
import { send } from './main.ts';
import type { SendOptions, TargetAddress } from './sent.ts';

const opened: RecordingServer[] = [];
let received: ReceivedRequest[] = [];

async function server(routes: Record<string, Behaviour>, certificate?: Certificate): Promise<RecordingServer> {
  const listening = await new RecordingServer('HOST', (request) => received.push(request), certificate).listen();
  listening.routes = routes;
  opened.push(listening);
  return listening;
}

afterEach(async () => {
  received = [];
  await Promise.all(opened.splice(0).map((listening) => listening.close()));
});

async function sent(
  url: string,
  params: Record<string, Value> = {},
  options: SendOptions = {},
  secrets: Record<string, string> = {},
  signal = AbortSignal.timeout(5000),
) {
  const config: ConfigMap = new Map<string, Value>([...Object.entries(params), ['_command', url]]);
  const built = buildRequest('http', config, { get: (key) => secrets[key] }, []);
  if (!built.ok) throw built.error;
  const { address } = built.value;
  if (!address) throw new Error('no address');
  return send({ ...built.value, address }, options, signal);
}

describe('send', () => {
  it("writes Digdag's head: its order, no connection header, the body as it is", async () => {
    const { port } = await server({ '/x': { body: 'ok' } });
    const headers = [new Map([['X-A', 'é']]), new Map([['x-a', '2']])];
    const { exchange } = await sent(`http://127.0.0.1:${port}/x`, { method: 'post', content: 'ü', headers });
    expect(exchange).toMatchObject({ kind: 'answered', answer: { status: 200, body: Buffer.from('ok') } });
    expect(received.map(({ method, target }) => [method, target])).toEqual([['POST', '/x']]);
    expect(received[0]?.headers).toEqual([
      ['accept-encoding', 'gzip'],
      ['user-agent', 'Digdag/0.10.5.1 Jetty/9.3.11.v20160721'],
      ['x-a', 'é'],
      ['x-a', '2'],
      ['host', `127.0.0.1:${port}`],
      ['content-type', 'plain/text'],
      ['content-length', '2'],
    ]);
    expect(received[0]?.body.toString()).toBe('ü');
  });

  it('follows redirects without the authorization, with the cookies', async () => {
    const { port } = await server({
      '/a/x': { status: 302, headers: { Location: 'y?q=1', 'Set-Cookie': 'k=v; Path=/a' } },
      '/a/y': { body: 'there' },
    });
    const authorization = { 'http.authorization': 'Bearer t' };
    const { exchange } = await sent(
      `http://127.0.0.1:${port}/a/x`,
      { method: 'POST', content: 'b' },
      {},
      authorization,
    );
    expect(exchange).toMatchObject({ kind: 'answered', answer: { status: 200 } });
    const [, second] = received;
    expect([second?.method, second?.target, second?.body.toString()]).toEqual(['GET', '/a/y?q=1', 'b']);
    expect(second?.headers.map(([name]) => name)).not.toContain('authorization');
    expect(second?.headers).toContainEqual(['cookie', 'k=v']);
  });

  it('stops at 2 MiB, also where the bytes only grow when they are decompressed', async () => {
    const bomb = gzipSync(Buffer.alloc(40 * 1024 * 1024)).toString('latin1');
    const { port } = await server({
      '/bomb': { body: bomb, encoding: 'latin1', headers: { 'Content-Encoding': 'gzip' } },
      '/large': { body: 'x'.repeat(3 * 1024 * 1024), chunked: true },
    });
    for (const path of ['bomb', 'large']) {
      const { exchange, response } = await sent(`http://127.0.0.1:${port}/${path}`);
      expect(exchange).toMatchObject({ kind: 'failed', failure: { kind: 'too-large' } });
      expect(response?.decodedBytes).toBeLessThan(2.5 * 1024 * 1024);
    }
  });

  it('stops at 256 KiB of headers, also where redirects share them out', async () => {
    const heavy = { 'X-Heavy': 'x'.repeat(100_000) };
    const { port } = await server({
      '/a': { status: 302, headers: { ...heavy, Location: '/b' } },
      '/b': { status: 302, headers: { ...heavy, Location: '/c' } },
      '/c': { body: 'there', headers: heavy },
    });
    const base = `http://127.0.0.1:${port}`;
    expect((await sent(`${base}/b`)).exchange).toMatchObject({ kind: 'answered', answer: { status: 200 } });
    const { exchange, requests } = await sent(`${base}/a`);
    expect(exchange).toMatchObject({ kind: 'failed', failure: { kind: 'closed' } });
    expect(requests).toHaveLength(3);
  });

  it('decodes gzip, and says what is wrong with the connection', async () => {
    const { port } = await server({
      '/gzip': { body: 'packed', gzip: true },
      '/late': { delay: 5 },
      '/close': { close: true },
      '/garbage': { body: 'no gzip', headers: { 'Content-Encoding': 'gzip' } },
    });
    const base = `http://127.0.0.1:${port}`;
    const kindOf = async (url: string, params = {}): Promise<string> => {
      const { exchange } = await sent(url, params);
      return exchange.kind === 'failed' ? exchange.failure.kind : exchange.kind;
    };
    expect((await sent(`${base}/gzip`)).exchange).toMatchObject({ answer: { body: Buffer.from('packed') } });
    expect(await kindOf(`${base}/late`, { timeout: 1 })).toBe('timeout');
    expect(await kindOf(`${base}/close`)).toBe('closed');
    expect(await kindOf(`${base}/garbage`)).toBe('zip');
    expect(await kindOf('http://127.0.0.1:1/x')).toBe('refused');
    expect(await kindOf('http://127.0.0.1:99999/x')).toBe('bad-port');
    expect(await kindOf('http://no-such-host.invalid/x')).toBe('unknown-host');
  });

  it('checks certificates unless told not to', async () => {
    const certificate = selfSignedCertificate();
    const { port } = await server({ '/x': { body: 'ok' } }, certificate);
    const url = `https://127.0.0.1:${port}/x`;
    expect((await sent(url)).exchange).toMatchObject({ kind: 'failed', failure: { kind: 'tls' } });
    expect((await sent(url, { insecure: true })).exchange).toMatchObject({ kind: 'answered' });
    expect((await sent(url, {}, { ca: [certificate.cert] })).exchange).toMatchObject({ kind: 'answered' });
  });

  it('asks before it connects', async () => {
    const { port } = await server({ '/x': { body: 'ok' } });
    const guard = Object.assign(new Error('not there'), { guard: true });
    const checkAddress = (): Promise<void> => Promise.reject(guard);
    await expect(sent(`http://localhost:${port}/x`, {}, { checkAddress })).rejects.toBe(guard);
    expect(received).toEqual([]);
  });

  it('gives a cookie back below its path, to the hosts of its domain, until it is forgotten', async () => {
    const set = (...[first = '', second = '', third = '']: string[]) => ({
      'Set-Cookie': first,
      'set-cookie': second,
      'SET-COOKIE': third,
    });
    const first = set(' k = v ; Max-Age=9', 'q="1"; max-age=9', 'p=1;Path=/b');
    const second = set('k=; Max-Age=0', 'p=2; path=/; path=/c', 'x=1; Domain=example.com');
    const { port } = await server({
      '/a/1': { status: 302, headers: { ...first, Location: '/a/2' } },
      '/a/2': { status: 302, headers: { ...second, Location: '/b' } },
      '/b': { body: 'there' },
    });
    await sent(`http://127.0.0.1:${port}/a/1`);
    const cookies = received.map(({ headers }) => headers.find(([name]) => name === 'cookie')?.[1]);
    expect(cookies).toEqual([undefined, 'k=v; q=1', 'p=1; p=2']);
  });

  it('does not count the time in which a person is asked', async () => {
    const { port } = await server({ '/x': { status: 302, headers: { Location: '/y' } }, '/y': { body: 'ok' } });
    const slowly = () => new Promise<void>((resolve) => setTimeout(resolve, 800));
    const { exchange } = await sent(`http://127.0.0.1:${port}/x`, { timeout: 1 }, { checkAddress: slowly });
    expect(exchange).toMatchObject({ kind: 'answered', answer: { status: 200 } });
  });

  it('ends with its caller, and leaves no connection behind', async () => {
    const listening = await server({ '/x': { delay: 5 } });
    const stopper = new AbortController();
    const running = sent(`http://127.0.0.1:${listening.port}/x`, { timeout: 0 }, {}, {}, stopper.signal);
    setTimeout(() => stopper.abort(new Error('enough')), 100);
    await expect(running).rejects.toThrow('enough');
    await vi.waitFor(() => expect(listening.connections).toBe(0));
  });

  it('waits for TLS as long as the task may take, and leaves no connection behind', async () => {
    let open = 0;
    const silent = createServer((client) => {
      open++;
      client.on('error', () => client.destroy()).on('close', () => open--);
      client.resume();
    });
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const address = silent.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const { exchange } = await sent(`https://127.0.0.1:${port}/x`, { timeout: 1 });
    expect(exchange).toMatchObject({ kind: 'failed', failure: { kind: 'timeout' } });
    await vi.waitFor(() => expect(open).toBe(0));
    silent.close();
  });

  it('goes through proxies: whole URLs for http, a tunnel for https', async () => {
    const certificate = selfSignedCertificate();
    const secure = await server({ '/x': { body: 'inside' } }, certificate);
    const proxy = await tunnelProxy();
    const through = {
      proxy: new Map<string, Value>([
        ['enabled', true],
        ['host', '127.0.0.1'],
        ['port', proxy.port],
      ]),
    };
    const url = `https://127.0.0.1:${secure.port}/x`;
    const seen: TargetAddress[] = [];
    const checkAddress = (address: TargetAddress): Promise<void> => Promise.resolve(void seen.push(address));
    const { exchange } = await sent(url, through, { ca: [certificate.cert], checkAddress });
    expect(seen.map(({ port, proxy: isProxy }) => [port, isProxy])).toEqual([
      [proxy.port, true],
      [secure.port, false],
    ]);
    proxy.close();
    expect(exchange).toMatchObject({ kind: 'answered', answer: { body: Buffer.from('inside') } });
    expect(proxy.asked).toEqual([`CONNECT 127.0.0.1:${secure.port} HTTP/1.1`]);
    expect(received[0]?.target).toBe('/x');
    const plain = await server({ '/y': { body: 'proxied' }, '*': { status: 405, body: 'no tunnels here' } });
    const closed = await sent(url, { proxy: new Map<string, Value>([...through.proxy, ['port', plain.port]]) });
    expect(closed.exchange).toMatchObject({ kind: 'bodiless', answer: { status: 405 } });
    expect(received.pop()?.headers.map(([name]) => name)).toEqual(['accept-encoding', 'user-agent', 'host']);
    await sent('http://example.invalid/y?a=1', {
      proxy: new Map<string, Value>([...through.proxy, ['port', plain.port]]),
    });
    expect(received[1]?.target).toBe('http://example.invalid/y?a=1');
    expect(received[1]?.headers).toContainEqual(['host', 'example.invalid']);
  });
});

/** A proxy that knows CONNECT alone. */
async function tunnelProxy(): Promise<{ port: number; asked: string[]; close(): void }> {
  const asked: string[] = [];
  const listening = createServer((client) => {
    client.once('data', (head: Buffer) => {
      const [line = ''] = head.toString().split('\r\n');
      asked.push(line);
      const target = connect(Number(/:(\d+) /.exec(line)?.[1]), '127.0.0.1', () => {
        client.write('HTTP/1.1 200 Connection established\r\n\r\n');
        client.pipe(target).pipe(client);
      });
    });
    client.on('error', () => client.destroy());
  });
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  const address = listening.address();
  return { port: typeof address === 'object' && address ? address.port : 0, asked, close: () => listening.close() };
}
