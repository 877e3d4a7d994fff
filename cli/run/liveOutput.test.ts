import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveOutput } from './liveOutput.ts';

describe('LiveOutput', () => {
  let written = '';
  let status = '';
  const out = {
    write: async (piece: string | Uint8Array): Promise<void> => {
      written += typeof piece === 'string' ? piece : Buffer.from(piece).toString();
    },
    flush: async (): Promise<void> => undefined,
    close: async (): Promise<void> => undefined,
  };
  const on = (columns: number): LiveOutput => new LiveOutput(out, { columns, write: () => true }, () => status);
  beforeEach(() => {
    vi.useFakeTimers();
    written = '';
    status = '1 running: +a';
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('shows what goes on below what was written, and erases it before the next piece and at the end', async () => {
    const live = on(80);
    await live.write('one\n');
    vi.advanceTimersByTime(1000);
    expect(written).toBe('one\n1 running: +a');
    status = '2 running: +a, +b';
    vi.advanceTimersByTime(200);
    expect(written).toBe('one\n1 running: +a\r\u001b[K2 running: +a, +b');
    written = '';
    await live.write(Buffer.from('two\n'));
    expect(written).toBe('\r\u001b[Ktwo\n');
    vi.advanceTimersByTime(200);
    await live.close();
    expect(written).toBe('\r\u001b[Ktwo\n2 running: +a, +b\r\u001b[K');
    vi.advanceTimersByTime(1000);
    expect(written.endsWith('+b\r\u001b[K')).toBe(true);
  });

  it('leaves a line alone that has not ended, and shows nothing where nothing goes on', async () => {
    const live = on(80);
    await live.write('50 %');
    vi.advanceTimersByTime(1000);
    expect(written).toBe('50 %');
    status = '';
    await live.write('\n');
    vi.advanceTimersByTime(1000);
    expect(written).toBe('50 %\n');
    await live.close();
  });

  it('fits into the terminal, or is left out', async () => {
    status = `1 running: +${'x'.repeat(40)}`;
    const [narrow, tiny] = [on(30), on(10)];
    vi.advanceTimersByTime(200);
    expect(written).toBe(`1 running: +${'x'.repeat(16)}…`);
    await narrow.close();
    await tiny.close();
  });
});
