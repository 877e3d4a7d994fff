import { createServer, type RequestListener, type Server } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { TransportError } from '../failure.ts';
import { getLogText } from './calls/logs.ts';
import { getArchive, listProjects, pushProject } from './calls/projects.ts';
import { startAttempt } from './calls/startAttempt.ts';
import { getVersion } from './calls/versions.ts';
import { AnswerError, DigdagError } from './errors.ts';
import { DigdagServer, type ServerOptions } from './server.ts';

const opened: { close(): unknown }[] = [];
const never = new AbortController().signal;

afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
});

async function listen(answer: RequestListener): Promise<string> {
  const server: Server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  opened.push({ close: () => server.closeAllConnections() }, server);
  const address = server.address();
  return `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}

async function digdag(answer: RequestListener, options: Partial<ServerOptions> = {}): Promise<DigdagServer> {
  const server = new DigdagServer({ endpoint: await listen(answer), ...options });
  opened.unshift(server);
  return server;
}

const version = '{"version":"0.10.5.1"}';

describe('DigdagServer', () => {
  it('says who asks, below the path of the endpoint, and reads compressed answers', async () => {
    const seen: unknown[] = [];
    const answer: RequestListener = ({ url, headers }, response) => {
      seen.push([url, headers.authorization, headers['x-a'], headers['accept-encoding']]);
      response.setHeader('content-encoding', 'gzip').end(gzipSync(version));
    };
    const server = await digdag(answer, {
      endpoint: `http://${await listen(answer)}/digdag/`,
      credentials: { kind: 'basic', user: 'ü', password: 'p:w' },
      headers: { 'X-A': 'b' },
      gzip: true,
    });
    expect(await server.ask(getVersion(), never)).toEqual({ version: '0.10.5.1' });
    expect(seen).toEqual([['/digdag/api/version', 'Basic w7w6cDp3', 'b', 'gzip']]);
  });

  it('follows a redirect to a storage without its secrets', async () => {
    const seen: unknown[] = [];
    const storage = await listen(({ headers }, response) => {
      seen.push([headers.authorization, headers['x-key']]);
      response.end('archive');
    });
    const redirect: RequestListener = (_, response) =>
      response.writeHead(303, { location: `http://${storage}/x` }).end();
    const server = await digdag(redirect, { credentials: { kind: 'td', apiKey: '1/2' }, headers: { 'x-key': 'k' } });
    expect(Buffer.from(await server.ask(getArchive('1'), never)).toString()).toBe('archive');
    expect(seen).toEqual([[undefined, undefined]]);
    await expect(server.ask(pushProject('a', '1', Buffer.from('x')), never)).rejects.toThrow('HTTP 303');
  });

  it('ends a circle of redirects', async () => {
    let count = 0;
    const server = await digdag((_, response) => {
      count++;
      response.writeHead(302, { location: '/' }).end();
    });
    await expect(server.ask(getVersion(), never)).rejects.toMatchObject({ status: 302 });
    expect(count).toBe(6);
  });

  it('uploads with a length', async () => {
    let length: string | undefined;
    const server = await digdag((request, response) => {
      length = request.headers['content-length'];
      request.resume();
      response.writeHead(400).end('{"message":"no","status":400}');
    });
    await expect(server.ask(pushProject('a', '1', Buffer.alloc(70_000)), never)).rejects.toThrow(DigdagError);
    expect(length).toBe('70000');
  });

  it('reads a log that is compressed twice', async () => {
    const server = await digdag(
      (_, response) => response.setHeader('content-encoding', 'gzip').end(gzipSync(gzipSync('log é'))),
      { gzip: true },
    );
    expect(await server.ask(getLogText('1', '+a@1.log.gz'), never)).toBe('log é');
  });

  it('tells another conflict from an attempt that exists', async () => {
    const server = await digdag((_, response) => response.writeHead(409).end('{"message":"busy","status":409}'));
    const start = startAttempt({ workflowId: '1', sessionTime: 't', params: new Map() });
    await expect(server.ask(start, never)).rejects.toMatchObject({ status: 409, words: 'busy' });
  });

  it('says when an answer is not Digdag’s', async () => {
    const server = await digdag((_, response) => response.end('<html>welcome</html>'));
    await expect(server.ask(listProjects(), never)).rejects.toThrow(AnswerError);
  });

  it('has limits on size and time, and can be stopped', async () => {
    const bomb = await digdag(
      (_, response) => response.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(99_999))),
      {
        maxBytes: 1000,
      },
    );
    await expect(bomb.ask(getVersion(), never)).rejects.toMatchObject({ failure: { kind: 'too-large' } });
    const large = await digdag((_, response) => response.end('x'.repeat(5000)), { maxBytes: 1000 });
    await expect(large.ask(getVersion(), never)).rejects.toMatchObject({ failure: { kind: 'too-large' } });
    const drip = await digdag((_, response) => void response.write('{'), { maxMilliseconds: 50 });
    await expect(drip.ask(getVersion(), never)).rejects.toMatchObject({ failure: { kind: 'timeout' } });
    const silent = await digdag(() => {});
    const stop = new AbortController();
    const asked = silent.ask(getVersion(), stop.signal);
    stop.abort(new Error('stopped by the user'));
    await expect(asked).rejects.toThrow('stopped by the user');
  });

  it('tells why no answer came', async () => {
    const closed = await digdag(({ socket }) => socket.destroy());
    await expect(closed.ask(getVersion(), never)).rejects.toBeInstanceOf(TransportError);
    const refused = new DigdagServer({ endpoint: 'localhost:1' });
    await expect(refused.ask(getVersion(), never)).rejects.toMatchObject({ failure: { kind: 'refused' } });
    const unknown = new DigdagServer({ endpoint: 'a..b' });
    await expect(unknown.ask(getVersion(), never)).rejects.toMatchObject({ failure: { kind: 'unknown-host' } });
  });
});
