import { expect, it } from 'vitest';
import { Guards } from './guards.ts';
import { Mask } from './mask.ts';

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
