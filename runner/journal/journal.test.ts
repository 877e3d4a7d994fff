import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunEvent, TaskReference } from '../events.ts';
import { Journal } from './journal.ts';

let directory = '';
const task: TaskReference = { id: 2, name: '+main+a', group: false };
const output = (text: string): RunEvent => ({ type: 'output', time: 1, task, chunk: Buffer.from(text) });
const finished: RunEvent = { type: 'task-finished', time: 1, task, state: 'success', duration: 1 };

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'digkit-journal-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

function written(): Record<string, unknown>[] {
  const [name = ''] = readdirSync(join(directory, 'runs'));
  expect(statSync(join(directory, 'runs', name)).mode & 0o077).toBe(0);
  const text = readFileSync(join(directory, 'runs', name), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

function journal(): Journal {
  return new Journal(join(directory, 'runs'), { workflow: 'main.dig' }, (reason) => {
    throw new Error(reason);
  });
}

describe('a journal', () => {
  it('begins with the request and holds each event at once, without results of tasks', () => {
    const made = journal();
    made.event({ type: 'task-started', time: 5, task });
    made.event(output('hello\n'));
    expect(written()).toMatchObject([
      { type: 'journal', version: 1, pid: process.pid, request: { workflow: 'main.dig' } },
      { type: 'task-started', time: 5, task },
      { type: 'output', task: 2, text: 'hello\n' },
    ]);
    made.event({
      type: 'run-finished',
      time: 9,
      duration: 4,
      success: true,
      canceled: false,
      tasks: [{ task, state: 'success', upstreams: [], stored: { token: 'x' }, duration: 1 }],
      errors: [],
    });
    expect(written().at(-1)).toEqual({
      type: 'run-finished',
      time: 9,
      duration: 4,
      success: true,
      canceled: false,
      tasks: [{ task, state: 'success', duration: 1 }],
    });
  });

  it('keeps begin and end of much output', () => {
    const made = journal();
    for (let count = 0; count < 300; count++)
      made.event(output(`${String(count).padStart(3, '0')}${'x'.repeat(1020)}\n`));
    made.event(finished);
    const pieces = written().filter(({ type }) => type === 'output');
    const text = pieces.map((piece) => piece.text).join('');
    expect(text.length).toBe(96 * 1024);
    expect(text.startsWith('000x')).toBe(true);
    expect(text.trimEnd().split('\n').at(-1)).toMatch(/^299x/);
    expect(pieces.at(-1)?.omitted).toBe((300 - 96) * 1024);
  });

  it('masks secrets, also in pieces, of several lines, and in messages; the lines stay JSON', () => {
    const made = journal();
    made.hide('type');
    made.hide('first line\nsecond line');
    made.event(output('my ty'));
    made.event(output('pe is\nfirst line\n second line'));
    made.event({ ...finished, state: 'error', message: 'no type' });
    const text = JSON.stringify(written());
    expect(text).not.toMatch(/first line|second line|my type|no type/);
    expect(
      written()
        .map(({ text: shown }) => shown)
        .join(''),
    ).toBe('my *** is\n***\n ***');
  });

  it('is done without where it cannot be written', () => {
    const reasons: string[] = [];
    const made = new Journal('/dev/null/x', {}, (reason) => reasons.push(reason));
    made.event(finished);
    expect(reasons).toHaveLength(1);
  });
});
