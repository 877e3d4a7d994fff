import { expect, it } from 'vitest';
import { type HttpProxy, proxyFor } from '../../../core/http/proxy.ts';
import { machineProxies, type ProxySettings } from './machineProxies.ts';

const none: ProxySettings = {
  proxy: '',
  noProxy: [],
  authorization: undefined,
  strict: true,
  support: 'override',
  env: {},
};

async function proxyOf(settings: Partial<ProxySettings>, host = 'example.com', system: HttpProxy[] = []) {
  const ofSystem = async () => ({ proxies: system, exempt: ['<local>', '10.*'] });
  return proxyFor(await machineProxies({ ...none, ...settings }, ofSystem), { scheme: 'https', host, port: 443 });
}

it("takes VS Code's proxy before that of the environment, and no one for exempt hosts", async () => {
  const env = { https_proxy: 'http://env:3128', NO_PROXY: 'inner.test' };
  expect(await proxyOf({ proxy: 'http://code:8888', env })).toMatchObject({ host: 'code', port: 8888, secure: false });
  expect(await proxyOf({ env })).toMatchObject({ host: 'env', port: 3128 });
  expect(await proxyOf({ proxy: 'http://code:8888', support: 'off', env })).toMatchObject({ host: 'env' });
  expect(await proxyOf({ proxy: 'http://code:8888', env }, 'a.inner.test')).toBeUndefined();
  expect(await proxyOf({ proxy: 'http://code:8888', noProxy: ['*.example.com'] }, 'a.example.com')).toBeUndefined();
  expect(await proxyOf({ proxy: 'no url' })).toBeUndefined();
});

it('gives a proxy its credentials, and its port by its scheme', async () => {
  expect(await proxyOf({ proxy: 'https://me:p%40ss@[::1]' })).toMatchObject({
    host: '::1',
    port: 443,
    authorization: `Basic ${btoa('me:p@ss')}`,
  });
  expect(await proxyOf({ proxy: 'http://code', authorization: 'Negotiate x' })).toMatchObject({
    port: 80,
    authorization: 'Negotiate x',
  });
});

it("does not check a proxy's certificate where VS Code is told not to", async () => {
  expect(await proxyOf({ proxy: 'https://code', strict: false })).toMatchObject({ insecure: true });
});

it('takes the proxy of the system where nothing else names one', async () => {
  const system: HttpProxy[] = [{ host: 'system', port: 80, secure: false, schemes: ['http', 'https'] }];
  expect(await proxyOf({}, 'example.com', system)).toMatchObject({ host: 'system' });
  expect(await proxyOf({ env: { https_proxy: 'http://env:3128' } }, 'example.com', system)).toMatchObject({
    host: 'env',
  });
  expect(await proxyOf({}, 'intranet', system)).toBeUndefined();
  expect(await proxyOf({}, '10.1.2.3', system)).toBeUndefined();
  expect(await proxyOf({}, '110.1.2.3', system)).toMatchObject({ host: 'system' });
});
