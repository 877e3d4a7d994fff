import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { attacks, burdens, HostileServer } from '../../test/support/hostileServer.ts';
import { PreviewWorld } from '../../test/support/previewWorld.ts';
import { longest } from './judgement.ts';

/** A busy machine loads modules and closes connections within seconds. */
const patient = { timeout: 20_000 };

const world = new PreviewWorld();
const hostile = new HostileServer();

beforeAll(async () => {
  await world.open();
  await hostile.listen();
});
afterEach(() => world.forget());
afterAll(async () => {
  await world.close();
  await hostile.close();
});

it('ends after two minutes, whatever the task allows', async () => {
  const stopper = new AbortController();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  try {
    const before = hostile.requests;
    const dig = `+t:\n  http_call>: ${hostile.url('silence')}\n  timeout: 0\n`;
    const prepared = await world.ready(dig);
    const { sendPreview } = await import('./send.ts');
    const sending = sendPreview(prepared, { confirm: () => Promise.resolve(true) }, stopper.signal);
    await vi.waitFor(() => expect(hostile.requests).toBe(before + 1), patient);
    await vi.advanceTimersByTimeAsync(longest);
    expect(await sending).toMatchObject({ kind: 'sent', verdict: { kind: 'unknown' } });
  } finally {
    stopper.abort();
    vi.useRealTimers();
  }
});

describe('what a server may do', () => {
  const preview = async (url: string) => {
    const dig = `+t:\n  http_call>: ${url}\n  timeout: 2\n  retry: false\n`;
    return (await world.sent(dig, {})).verdict;
  };

  it.each(Object.keys(attacks))('%s: ends in a message, after one request', async (attack) => {
    const before = hostile.requests;
    const { kind, message } = await preview(hostile.url(attack));
    expect(kind).toBe('failed');
    expect(message).not.toBe('');
    expect(hostile.requests - before).toBeLessThanOrEqual(attack.startsWith('redirect') ? 9 : 1);
    await vi.waitFor(() => expect(hostile.connections).toBe(0), patient);
  });

  it.each([
    'endless body',
    'endless body without a length',
    'endless headers',
    'one endless header',
    'endless gzip of nothing',
    'gzip bomb',
    'gzip bomb before endless trailers',
  ])('%s: is ended by its size, before its time is over', async (attack) => {
    expect((await preview(hostile.url(attack))).message).not.toMatch(/Timeout/);
  });

  it.each(Object.keys(burdens))('%s: is taken, as Digdag would', async (burden) => {
    expect(await preview(hostile.url(burden))).toMatchObject({ kind: 'accepted' });
  });

  it('bytes of an answer that are changed at random end in a verdict, and leave no connection', async () => {
    const head =
      'HTTP/1.1 302 Found\r\nLocation: /other\r\nSet-Cookie: a="b"; Max-Age=5; Path=/\r\nContent-Length: 0\r\n\r\n';
    const packed = gzipSync('+t:\n  echo>: x\n').toString('latin1');
    const chunked = `${packed.length.toString(16)}\r\n${packed}\r\n0\r\nX-Trailer: y\r\n\r\n`;
    const typed = 'Content-Type: application/x-yaml; charset=utf-8\r\nContent-Encoding: gzip\r\n';
    const answers = [head, `HTTP/1.1 200 OK\r\n${typed}Transfer-Encoding: chunked\r\n\r\n${chunked}`];
    const change = fc.record({
      at: fc.nat(200),
      cut: fc.nat(4),
      put: fc.string({ unit: 'binary-ascii', maxLength: 4 }),
    });
    const dig = `+t:\n  http_call>: ${hostile.url('changed')}\n  timeout: 5\n  retry: false\n`;
    const property = fc.asyncProperty(
      fc.constantFrom(...answers),
      fc.array(change, { minLength: 1, maxLength: 3 }),
      async (answer, changes) => {
        const text = changes.reduce((now, { at, cut, put }) => now.slice(0, at) + put + now.slice(at + cut), answer);
        hostile.other = (socket) => socket.end(Buffer.from(text, 'latin1'));
        const { verdict } = await world.sent(dig, {});
        expect(['accepted', 'failed', 'retried']).toContain(verdict.kind);
      },
    );
    await fc.assert(property, { numRuns: 60 });
    await vi.waitFor(() => expect(hostile.connections).toBe(0), patient);
  });

  it('answers that are changed at random end in a verdict', async () => {
    const good = '_export:\n  a: &x {b: "c"}\n+t:\n  echo>: ${a}\n+u:\n  <<: *x\n  sh>: |\n    ls\n';
    const change = fc.record({
      at: fc.nat(good.length),
      cut: fc.nat(8),
      put: fc.string({ unit: 'binary', maxLength: 6 }),
    });
    const heads = fc.constantFrom(
      'application/x-yaml',
      'application/json',
      'text/html',
      'application/x-yaml; charset=utf-16',
      '',
    );
    const prepared = await world.ready('+t:\n  http_call>: http://HOST/wf\n');
    const { judgement } = await import('./judgement.ts');
    fc.assert(
      fc.property(fc.array(change, { maxLength: 4 }), heads, fc.boolean(), (changes, type, json) => {
        const start = json ? JSON.stringify({ '+t': { 'echo>': 'x', list: [1, 0.5, null] } }) : good;
        const text = changes.reduce((now, { at, cut, put }) => now.slice(0, at) + put + now.slice(at + cut), start);
        const headers = type === '' ? [] : [['Content-Type', type] as const];
        const answer = { status: 200, reason: '', headers, body: new TextEncoder().encode(text) };
        const { verdict } = judgement(prepared, { kind: 'answered', answer });
        expect(['accepted', 'failed']).toContain(verdict.kind);
        if (verdict.kind === 'failed') expect(verdict.message).not.toBe('');
      }),
      { numRuns: 300 },
    );
  });
});
