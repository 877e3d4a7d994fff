import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { render } from '../../core/text/text.ts';
import { RecordingServer } from '../../test/conformance/http/server.ts';
import { selfSignedCertificate } from '../../test/support/certificate.ts';
import { PreviewWorld } from '../../test/support/previewWorld.ts';
import type { Question } from './guards.ts';

const world = new PreviewWorld();

beforeAll(() => world.open());
afterEach(() => world.forget());
afterAll(() => world.close());

const yaml = { headers: { 'Content-Type': 'application/x-yaml' } };
const yes = (): boolean => true;

describe('where a request may go', () => {
  const dig = '+t:\n  http_call>: http://rebind.test:PORT/x\n';
  const at = (text: string): string => text.replaceAll('PORT', String(world.server.port));
  /** A name that means another address each time it is looked up. */
  const resolver = (...answers: string[]) => vi.fn(async () => [answers.shift() ?? '10.0.0.1']);

  it('connects to the very address that was asked for: a name is looked up once for each connection', async () => {
    const lookUp = resolver('127.0.0.1', '169.254.169.254');
    await world.sent(at(dig), { '/x': { ...yaml, body: '+c: {echo>: x}' } }, yes, {}, { lookUp });
    expect(lookUp).toHaveBeenCalledTimes(1);
    expect(world.asked.map(({ address }) => address?.ip)).toEqual(['127.0.0.1']);
  });

  it('asks again where a redirect leads to another address of the same name', async () => {
    const lookUp = resolver('127.0.0.1', '169.254.169.254');
    const routes = { '/x': { status: 302, headers: { Location: at('http://rebind.test:PORT/y') } } };
    const result = await world.preview(at(dig), routes, ({ address }) => address?.ip === '127.0.0.1', {}, { lookUp });
    expect(result).toMatchObject({ kind: 'declined', question: { address: { ip: '169.254.169.254' } } });
    expect(world.received.length).toBe(1);
  });

  it('asks of a private address behind a proxy, as far as it can be known here', async () => {
    const proxies = [{ host: '127.0.0.1', port: world.server.port, secure: false, schemes: ['http'] as const }];
    const prepared = await world.ready('+t:\n  http>: http://inner.test/x\n');
    const { sendPreview } = await import('./send.ts');
    const confirm = async ({ address }: Pick<Question, 'address'>): Promise<boolean> => address?.ip !== '10.1.1.1';
    const through = { ...prepared, request: { ...prepared.request, proxies } };
    const lookUp = async (): Promise<string[]> => ['10.1.1.1'];
    const result = await sendPreview(through, { confirm, lookUp }, AbortSignal.timeout(5000));
    expect(result).toMatchObject({ kind: 'declined', question: { address: { host: 'inner.test' } } });
    expect(world.received).toEqual([]);
  });

  it('asks of a name that only a proxy can look up', async () => {
    const proxies = [{ host: '127.0.0.1', port: world.server.port, secure: false, schemes: ['http'] as const }];
    const prepared = await world.ready('+t:\n  http>: http://inner.test/x\n');
    const { sendPreview } = await import('./send.ts');
    const asked: Question[] = [];
    const confirm = async (question: Question): Promise<boolean> => {
      asked.push(question);
      return question.address?.host !== 'inner.test';
    };
    const through = { ...prepared, request: { ...prepared.request, proxies } };
    const lookUp = (): Promise<string[]> => Promise.reject(new Error('ENOTFOUND'));
    const result = await sendPreview(through, { confirm, lookUp }, AbortSignal.timeout(5000));
    expect(result).toMatchObject({ kind: 'declined', question: { address: { host: 'inner.test', ip: undefined } } });
    expect(asked.map(({ message }) => render(message)).at(-1)).toContain('it may be a private one');
    expect(world.received).toEqual([]);
  });

  it.each([
    '127.0.0.1',
    'localhost',
    'LOCALHOST',
    'localhost.',
    '127.0.0.1.',
    '0.0.0.0',
    '0',
    '127.1',
    '2130706433',
    '0x7f000001',
    '0x7f.0.0.1',
    '0177.0.0.1',
    '127.000.000.001',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[0:0:0:0:0:0:0:1]',
    '[::1%lo]',
    'user:password@127.0.0.1',
    'example.com@127.0.0.1',
    'example.com#@127.0.0.1',
    '127.0.0.1#example.com',
    '127.0.0.1%2f.example.com',
    '127。0。0。1',
    'ⓛocalhost',
    'ｌｏｃａｌｈｏｓｔ',
  ])('no spelling of this machine gets a request without a question: %s', async (host) => {
    const [name = '', ...rest] = host.split('#');
    const url = `http://${name}:${world.server.port}/x${rest.map((text) => `#${text}`).join('')}`;
    const dig = `+t:\n  http_call>: "${url}"\n  timeout: 3\n`;
    const prepared = await world.prepare(dig);
    if (prepared.kind === 'ready') await world.preview(dig, {}, ({ kind }) => kind !== 'private-address');
    expect(world.received).toEqual([]);
  });

  it.each(['127.0.0.1', '[::ffff:127.0.0.1]', 'localhost.', 'user:password@127.0.0.1'])(
    'nor does a redirect to %s',
    async (host) => {
      const away = { status: 302, headers: { Location: `http://${host}:${world.other.port}/y` } };
      const lookUp = async (name: string) => [name === 'first.test' ? '127.0.0.1' : '127.0.0.2'];
      const dig = at('+t:\n  http_call>: http://first.test:PORT/x\n');
      const allow = ({ address }: Question): boolean => address?.host === 'first.test';
      expect(await world.preview(dig, { '/x': away }, allow, {}, { lookUp })).toMatchObject({ kind: 'declined' });
      expect(world.received.map(({ server }) => server)).toEqual(['HOST']);
    },
  );

  it('takes no password from the address of a redirect', async () => {
    const away = { status: 302, headers: { Location: 'http://user:password@OTHER/y' } };
    await world.sent('+t:\n  http_call>: http://HOST/x\n', { '/x': away });
    expect(world.received.map(({ server }) => server)).toEqual(['HOST', 'OTHER']);
    expect(JSON.stringify(world.received[1]?.headers)).not.toMatch(/authorization|password/);
  });

  it('puts no line of its own into a request, whatever the values hold', async () => {
    const evil = 'x\r\nInjected: yes\r\n\r\nGET /second HTTP/1.1\r\n';
    const params = new Map([['evil', evil]]);
    const dig = [
      '+t:',
      '  http>: http://HOST/x',
      '  method: POST',
      '  headers: [{"X-A\\r\\nInjected: yes\\r\\nX-B": "${evil}"}]',
      '  query: {a: "${evil}"}',
      '  content: "${evil}"',
      '  content_type: "text/plain${evil}"',
    ].join('\n');
    await world.sent(dig, {}, yes, { params });
    const [only, ...more] = world.received;
    expect(more).toEqual([]);
    expect(only?.headers.map(([name]) => name)).not.toContain('injected');
    expect(only?.body.toString()).toBe(evil);
  });

  it('asks before it sends without checking a certificate', async () => {
    const insecure = '+t:\n  http>: https://HOST/x\n  insecure: true\n';
    expect(await world.preview(insecure, {}, ({ kind }) => kind !== 'insecure')).toMatchObject({ kind: 'declined' });
  });

  it.each(['file:///etc/passwd', 'ftp://HOST/x', 'gopher://HOST/x'])('sends nothing to %s', async (url) => {
    const { verdict, response } = await world.sent(`+t:\n  http_call>: ${url}\n`, {});
    expect([verdict.kind, response]).toEqual(['retried', undefined]);
    expect(world.received).toEqual([]);
  });

  it.each(['file://OTHER/etc/passwd', 'ftp://OTHER/x', 'file:/etc/passwd', 'javascript:alert(1)'])(
    'nor where a redirect says %s',
    async (location) => {
      const { verdict } = await world.sent('+t:\n  http_call>: http://HOST/x\n  retry: false\n', {
        '/x': { status: 302, headers: { Location: location } },
      });
      expect(verdict.kind).toBe('failed');
      expect(world.received.map(({ server }) => server)).toEqual(['HOST']);
    },
  );

  it('keeps the authorization, the headers and the body with a secret from another server, and says so', async () => {
    const away = { status: 307, headers: { Location: 'http://OTHER/y' } };
    const secrets = { 'http.authorization': 'Bearer hidden', tok: 'hidden' };
    const post = '+t:\n  http_call>: http://HOST/x\n  method: POST\n  content: {k: "${secret:tok}"}\n';
    const { verdict } = await world.sent(post, { '/x': away }, yes, { secrets });
    expect(JSON.stringify(world.received[1]?.headers)).not.toContain('hidden');
    expect(world.received[1]?.body.length).toBe(0);
    expect(verdict.advice.map((text) => render(text)).join()).toContain('got less than Digdag sends there');
  });
});

describe('certificates', () => {
  const certificate = selfSignedCertificate();
  const secure = new RecordingServer('TLS', (request) => world.received.push(request), certificate);
  beforeAll(() => secure.listen());
  afterAll(() => secure.close());

  it.each([
    ['127.0.0.1', [], /PKIX path building failed/],
    ['other.test', [certificate.cert], /No name matching/],
  ])('nothing is sent to %s, whose certificate is not right', async (host, ca, message) => {
    const lookUp = async (): Promise<string[]> => ['127.0.0.1'];
    const dig = `+t:\n  http_call>: https://${host}:${secure.port}/x\n  retry: false\n`;
    const { verdict } = await world.sent(dig, {}, yes, {}, { lookUp, ...(ca.length > 0 ? { ca } : {}) });
    expect(verdict).toMatchObject({ kind: 'failed', message: expect.stringMatching(message) });
    expect(world.received).toEqual([]);
  });

  it('the same server is asked where its certificate is trusted', async () => {
    const dig = `+t:\n  http_call>: https://127.0.0.1:${secure.port}/x\n`;
    await world.sent(dig, {}, yes, {}, { ca: [certificate.cert] });
    expect(world.received.map(({ server }) => server)).toEqual(['TLS']);
  });
});
