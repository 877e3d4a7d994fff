import { describe, expect, it } from 'vitest';
import { TaskOutput } from './taskOutput.ts';

function recorder(): { readonly output: TaskOutput; shown(): string } {
  const pieces: (string | Uint8Array)[] = [];
  const output = new TaskOutput(async (piece) => void pieces.push(piece));
  return { output, shown: () => Buffer.concat(pieces.map((piece) => Buffer.from(piece))).toString() };
}

describe('TaskOutput', () => {
  it('leaves the bytes of a task that runs alone as they are', async () => {
    const { output, shown } = recorder();
    await output.chunk('a', Buffer.from('one\ntw'), undefined);
    await output.chunk('a', Buffer.from('o'), undefined);
    await output.endLine();
    expect(shown()).toBe('one\ntwo\n');
  });

  it('keeps the lines of tasks that run together apart', async () => {
    const { output, shown } = recorder();
    await output.chunk('a', Buffer.from('a1\na'), 'a| ');
    await output.chunk('b', Buffer.from('b1\n'), 'b| ');
    await output.chunk('a', Buffer.from('2\n'), 'a| ');
    await output.chunk('b', Buffer.from('end'), 'b| ');
    await output.end('b', 'b| ');
    expect(shown()).toBe('a| a1\nb| b1\na| a2\nb| end\n');
  });

  it('does not hold a line without end', async () => {
    const { output, shown } = recorder();
    for (let i = 0; i < 30; i++) await output.chunk('a', Buffer.alloc(10_000, 'x'), 'a| ');
    expect(shown().length).toBeGreaterThan(200_000);
  });
});
