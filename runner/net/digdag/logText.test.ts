import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { logText } from './logText.ts';

describe('logText', () => {
  const log = 'echo>: こんにちは\n'.repeat(50);

  it('undoes as many layers as there are', async () => {
    for (const bytes of [Buffer.from(log), gzipSync(log), gzipSync(gzipSync(log))]) {
      expect(await logText(bytes, 10_000)).toBe(log);
    }
  });

  it('reads what a running task has written so far, without half a character', async () => {
    expect(await logText(gzipSync('x').subarray(0, 10), 100)).toBe('');
    expect(await logText(new Uint8Array(), 100)).toBe('');
    const stored = gzipSync('abé', { level: 0 });
    expect(await logText(stored.subarray(0, stored.length - 9), 100)).toBe('ab');
  });

  it('has a limit, and says when it is no log', async () => {
    await expect(logText(gzipSync(Buffer.alloc(5000)), 1000)).rejects.toThrow('the log is larger than 1000 bytes');
    await expect(logText(Buffer.from([0x1f, 0x8b, 9, 9, 9, 9, 9, 9, 9, 9, 9]), 1000)).rejects.toThrow('no gzip file');
  });
});
