import { expect, it } from 'vitest';
import { buildRequest } from '../../core/http/request.ts';
import { Guards } from './guards.ts';
import { Mask } from './mask.ts';

it('tells servers apart whose names and ports read alike', async () => {
  const shown = { method: 'GET', url: 'http://h/', headers: [], body: undefined, proxy: undefined };
  const guards = new Guards(async () => true, shown, new Mask([]));
  const prepared = buildRequest('http', new Map([['_command', 'http://[::1]:8080/']]), { get: () => undefined }, []);
  if (!prepared.ok) throw prepared.error;
  const address = { scheme: 'http', host: '::1', port: 8080, path: '/', query: undefined };
  const from = { ...prepared.value, address, headers: [['X-Key', 'mine'] as const] };
  const redirected = async (to: Partial<typeof address>) =>
    (await guards.checkRedirect(from, { ...from, address: { ...address, ...to } })).headers;
  expect(await redirected({ path: '/other', scheme: 'HTTP' })).toEqual([['X-Key', 'mine']]);
  for (const to of [{ host: '::1:8080', port: 80 }, { scheme: 'https' }, { port: 80 }, { host: '::2' }])
    expect(await redirected(to)).toEqual([]);
  expect(guards.withheld).toEqual(['[::1:8080]', '[::1]:8080', '[::1]', '[::2]:8080']);
});

it('a yes to one port of a private address is none to another', async () => {
  const asked: string[] = [];
  const shown = { method: 'GET', url: 'http://127.0.0.1:8321/', headers: [], body: undefined, proxy: undefined };
  const guards = new Guards(
    async ({ address }) => {
      asked.push(`${address?.host}:${address?.port}`);
      return true;
    },
    shown,
    new Mask([]),
  );
  const address = { host: '127.0.0.1', ip: '127.0.0.1', proxy: false };
  for (const port of [8321, 8321, 6379]) await guards.checkAddress({ ...address, port });
  await guards.checkAddress({ host: 'localhost', ip: '::1%lo', port: 80, proxy: false });
  expect(asked).toEqual(['127.0.0.1:8321', '127.0.0.1:6379', 'localhost:80']);
});
