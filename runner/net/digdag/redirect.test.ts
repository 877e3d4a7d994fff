import { describe, expect, it } from 'vitest';
import { redirected } from './redirect.ts';

const secrets = { authorization: 'TD1 key', 'x-api-key': 'key' };

function follow(location: string, { method = 'GET', origin = 'https://a.example', status = 303 } = {}) {
  const request = {
    method,
    origin,
    target: '/api/projects/1/archive',
    headers: { ...secrets, 'user-agent': 'Digkit' },
  };
  return redirected(request, { status, headers: { location }, body: new Uint8Array() });
}

describe('redirected', () => {
  it('keeps the headers on the same server', () => {
    expect(follow('/b?c=d')).toMatchObject({ origin: 'https://a.example', target: '/b?c=d', headers: secrets });
  });

  it.each(['https://storage.example/x', 'https://a.example:8443/x', '//b.example/x', 'https://a.example@b.example/x'])(
    'takes no secrets to %s',
    (location) => expect(follow(location)?.headers).toEqual({ 'user-agent': 'Digkit' }),
  );

  it('makes no request that would be another, or less safe', () => {
    expect(follow('/b', { method: 'PUT', status: 307 })).toBeUndefined();
    expect(follow('http://a.example/b')).toBeUndefined();
    expect(follow('file:///etc/passwd')).toBeUndefined();
    expect(follow('/b', { status: 200 })).toBeUndefined();
    expect(follow('http://b.example/b', { origin: 'http://a.example' })?.origin).toBe('http://b.example');
  });
});
