import { Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { Writer } from './writer.ts';

it('makes who writes wait for a slow reader, and loses nothing', async () => {
  const taken: Buffer[] = [];
  const slow = new Writable({
    highWaterMark: 10,
    write(chunk: Buffer, _encoding, done) {
      taken.push(chunk);
      setTimeout(done, 5);
    },
  });
  const writer = new Writer(slow);
  for (let i = 0; i < 200; i++) await writer.write('x'.repeat(5000));
  await writer.flush();
  expect(Buffer.concat(taken).length).toBe(1_000_000);
  expect(taken.length).toBeLessThan(20);
  expect(slow.listenerCount('drain')).toBe(0);
});
