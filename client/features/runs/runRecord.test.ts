import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { TaskReference } from '../../../runner/events.ts';
import type { JournalEntry } from '../../../runner/journal/entry.ts';
import { JournalReader } from './journalReader.ts';
import { RunRecord } from './runRecord.ts';

const reference = (id: number, name: string, group = false): TaskReference => ({ id, name, group });
const root = reference(1, '+main', true);
const load = reference(2, '+main+load');
const copy = reference(4, '+main+load^sub+copy');

const begin: JournalEntry = {
  type: 'journal',
  version: 1,
  time: 1000,
  pid: 7,
  request: { definition: { type: 'digdag', workflow: 'main.dig' }, hidden: [], file: '/w/main.dig' },
};
const started = (task: TaskReference, time: number): JournalEntry => ({ type: 'task-started', time, task });

function record(entries: readonly JournalEntry[]): RunRecord {
  const made = new RunRecord('1000-7.jsonl');
  for (const entry of entries) made.apply(entry);
  return made;
}

it('a run shows its tasks below each other while it goes on', () => {
  const run = record([
    begin,
    {
      type: 'run-started',
      time: 1001,
      workflow: 'main',
      projectDirectory: '/w',
      sessionTime: '2026-01-02T00:00:00+00:00',
      timezone: 'UTC',
      statusDirectory: '/w/s',
    },
    started(root, 1002),
    started(load, 1003),
    started(reference(3, '+main+load^sub', true), 1004),
    started(copy, 1005),
    { type: 'output', time: 1006, task: 4, text: 'x' },
  ]);
  expect(run).toMatchObject({
    state: 'running',
    pid: 7,
    startedAt: 1000,
    request: { file: '/w/main.dig' },
    canResume: false,
  });
  expect(run.named(copy.name)?.parent?.parent?.name).toBe('+main+load');
  expect(run.named(copy.name)).toMatchObject({ state: 'running', hasOutput: true });
  run.interrupt();
  expect(run).toMatchObject({ state: 'interrupted', canResume: true });
  expect(run.named(copy.name)?.state).toBe('canceled');
});

it('tasks that have not started stand where they will run, also copies of a retry', () => {
  const group = reference(2, '+main+g', true);
  const report = reference(4, '+main+report');
  const run = record([
    begin,
    {
      type: 'tasks-added',
      time: 1,
      tasks: [
        { task: root },
        { task: group, parent: 1 },
        { task: reference(3, '+main+g+a'), parent: 2 },
        { task: report, parent: 1 },
      ],
    },
    started(root, 2),
    started(group, 2),
    started(reference(3, '+main+g+a'), 2),
    { type: 'tasks-added', time: 3, tasks: [{ task: reference(5, '+main+g+a'), parent: 2 }] },
  ]);
  expect(run.roots.map(({ name }) => name)).toEqual(['+main']);
  expect(run.named('+main')?.children.map(({ name, state }) => [name, state])).toEqual([
    ['+main+g', 'planned'],
    ['+main+report', 'blocked'],
  ]);
  expect(run.named('+main+g')?.children.map(({ id, state }) => [id, state])).toEqual([
    [3, 'running'],
    [5, 'blocked'],
  ]);
  run.interrupt();
  expect(run.named('+main+report')?.state).toBe('blocked');
});

it('a finished run has all tasks in their order, a skipped one still as skipped, and parents by their ids', () => {
  const again = reference(5, copy.name);
  const run = record([
    begin,
    started(root, 1),
    { type: 'task-skipped', time: 2, task: load, reason: 'done' },
    { type: 'task-finished', time: 2, task: load, state: 'success', duration: 0 },
    started(again, 3),
    {
      type: 'run-finished',
      time: 9,
      duration: 8,
      success: false,
      canceled: false,
      tasks: [
        { task: root, state: 'group_error' },
        { task: load, state: 'success', parent: 1 },
        { task: copy, state: 'blocked', parent: 2 },
        { task: again, state: 'error', parent: 2, message: 'no', duration: 3 },
      ],
    },
  ]);
  expect(run).toMatchObject({ state: 'failed', duration: 8, canResume: false });
  expect(run.roots.map(({ name }) => name)).toEqual(['+main']);
  expect(run.named('+main+load')).toMatchObject({ state: 'skipped' });
  expect(run.named('+main+load')?.children.map(({ id, state }) => [id, state])).toEqual([
    [4, 'blocked'],
    [5, 'error'],
  ]);
  expect(run.failed.map(({ message }) => message)).toEqual(['no']);
});

it('a journal is read as it grows; lines that are cut or foreign count as absent', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'digkit-journal-'));
  const path = join(directory, '1-1.jsonl');
  const entries: JournalEntry[] = [];
  const reader = new JournalReader(path);
  const read = (): Promise<void> =>
    reader.read((entry) => {
      entries.push(entry);
    });
  try {
    const lines = Buffer.from(`${JSON.stringify(begin)}\nno json\n5\n{"type":"output","time":2,"task":1,"text":"é"}\n`);
    writeFileSync(path, lines.subarray(0, lines.length - 5));
    await read();
    expect(entries.map(({ type }) => type)).toEqual(['journal']);
    appendFileSync(path, lines.subarray(lines.length - 5));
    await read();
    expect(entries.at(-1)).toMatchObject({ type: 'output', text: 'é' });
    await read();
    expect(entries).toHaveLength(2);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
});
