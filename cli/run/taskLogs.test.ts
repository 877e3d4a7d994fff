import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { RunEvent } from '../../runner/events.ts';
import { TaskLogs } from './taskLogs.ts';

it("keeps each task's output in a file of its session, and shows it as well", async () => {
  const directory = mkdtempSync(join(tmpdir(), 'digkit-logs-'));
  const shown: string[] = [];
  const logs = new TaskLogs(join(directory, 'logs'), {
    event: ({ type }) => void shown.push(type),
    close: async () => void shown.push('closed'),
  });
  const output = (name: string, text: string): RunEvent => ({
    type: 'output',
    time: 0,
    task: { id: 1, name, group: false },
    chunk: Buffer.from(text),
  });
  try {
    await logs.event({
      type: 'run-started',
      time: 0,
      workflow: 'main',
      projectDirectory: '/p',
      sessionTime: '2026-01-02T03:04:05+09:00',
      timezone: 'Asia/Tokyo',
    });
    for (const event of [output('+main+a', 'one '), output('+main+b', 'other\n'), output('+main+a', 'é\n')])
      await logs.event(event);
    await logs.close();
    const session = join(directory, 'logs', '2026-01-02T030405+0900');
    expect(readdirSync(session)).toEqual(['+main+a.log', '+main+b.log']);
    expect(readFileSync(join(session, '+main+a.log'), 'utf8')).toBe('one é\n');
    expect(shown).toEqual(['run-started', 'output', 'output', 'output', 'closed']);
  } finally {
    rmSync(directory, { recursive: true });
  }
});
