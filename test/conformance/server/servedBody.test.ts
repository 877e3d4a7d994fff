import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { servedBody } from './servedBody.ts';

describe('servedBody', () => {
  it('keeps the whole items of a list that the recorder cut off', () => {
    const body = '{"tasks":[{"id":"1","config":{"a":["]"]}},{"id":"2","error":{"message":"}{ … (3617 bytes)';
    expect(servedBody({ status: 200, headers: [], body }).text).toBe('{"tasks":[{"id":"1","config":{"a":["]"]}}]}');
    expect(servedBody({ status: 200, headers: [], body: '{"tasks":[{"i… (9000 bytes)' }).text).toBe('{"tasks":[]}');
  });

  it('packs a file, and packs it again for a content encoding', () => {
    const headers = [['content-type', 'application/gzip'] as const, ['content-encoding', 'gzip'] as const];
    const served = servedBody({ status: 200, headers, body: { gzip: true, bytes: 30, gunzipped: 'log' } });
    expect(gunzipSync(gunzipSync(served.wire)).toString()).toBe('log');
    expect(gunzipSync(served.decoded).toString()).toBe('log');
  });
});
