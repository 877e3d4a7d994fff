import { expect, it } from 'vitest';
import { proxyFor } from '../../../core/http/proxy.ts';
import { machineProxies, type ProxySettings } from './machineProxies.ts';

const none: ProxySettings = {
  proxy: '',
  noProxy: [],
  authorization: undefined,
  strict: true,
  support: 'override',
  env: {},
};

function proxyOf(settings: Partial<ProxySettings>, host = 'example.com') {
  return proxyFor(machineProxies({ ...none, ...settings }), { scheme: 'https', host, port: 443 });
}

it("takes VS Code's proxy before that of the environment, and no one for exempt hosts", () => {
  const env = { https_proxy: 'http://env:3128', NO_PROXY: 'inner.test' };
  expect(proxyOf({ proxy: 'http://code:8888', env })).toMatchObject({ host: 'code', port: 8888, secure: false });
  expect(proxyOf({ env })).toMatchObject({ host: 'env', port: 3128 });
  expect(proxyOf({ proxy: 'http://code:8888', support: 'off', env })).toMatchObject({ host: 'env' });
  expect(proxyOf({ proxy: 'http://code:8888', env }, 'a.inner.test')).toBeUndefined();
  expect(proxyOf({ proxy: 'http://code:8888', noProxy: ['*.example.com'] }, 'a.example.com')).toBeUndefined();
  expect(proxyOf({ proxy: 'no url' })).toBeUndefined();
});

it('gives a proxy its credentials, and its port by its scheme', () => {
  expect(proxyOf({ proxy: 'https://me:p%40ss@[::1]' })).toMatchObject({
    host: '::1',
    port: 443,
    authorization: `Basic ${btoa('me:p@ss')}`,
  });
  expect(proxyOf({ proxy: 'http://code', authorization: 'Negotiate x' })).toMatchObject({
    port: 80,
    authorization: 'Negotiate x',
  });
});

it("does not check a proxy's certificate where VS Code is told not to", () => {
  expect(proxyOf({ proxy: 'https://code', strict: false })).toMatchObject({ insecure: true });
});
