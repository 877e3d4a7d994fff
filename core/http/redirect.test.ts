import { describe, expect, it } from 'vitest';
import { redirect } from './redirect.ts';
import { buildRequest } from './request.ts';

function followed(location: string): unknown {
  const built = buildRequest('http', new Map([['_command', 'http://h/a/b?x=1']]), { get: () => undefined }, []);
  if (!built.ok || !built.value.address) throw new Error('no request');
  const { address, ...rest } = built.value;
  const answer = { status: 302, reason: 'Found', headers: [['Location', location] as const], body: new Uint8Array() };
  const next = redirect({ ...rest, address }, [], answer, 0);
  return next.kind === 'follow' ? `${next.request.address.host} ${next.request.address.path}` : next;
}

describe('redirect', () => {
  it('mends a Location that is no URI, the name of its server too, which then is no host', () => {
    expect(followed('/a b')).toBe('h /a%20b');
    expect(followed('http://{x}/y')).toMatchObject({ kind: 'failed', failure: { kind: 'no-host' } });
  });
});
