import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import type { RunEvent, TaskReference } from '../../runner/events.ts';
import { styleFor } from '../style.ts';
import { TextReporter } from './textReporter.ts';
import { Writer } from './writer.ts';

const style = styleFor({}, {});

async function shown(events: readonly RunEvent[]): Promise<string> {
  const stream = new PassThrough();
  const writer = new Writer(stream);
  const reporter = new TextReporter(
    { out: writer, errors: writer, style, errorStyle: style },
    (path) => path,
    'digkit run m',
  );
  for (const event of events) await reporter.event(event);
  await reporter.close();
  stream.end();
  return (await stream.toArray()).join('').replaceAll(/^\d\d:\d\d:\d\d/gm, 'TIME');
}

function task(id: number, name: string, group = false): TaskReference {
  return { id, name, group, source: { path: 'main.dig', line: id, column: 1 } };
}

it('shows a run as a person reads it', async () => {
  const [root, a, b] = [task(1, '+main', true), task(2, '+main+a'), task(3, '+main+a^sub')];
  const time = 0;
  const output = (of: TaskReference, text: string): RunEvent => ({
    type: 'output',
    time,
    task: of,
    chunk: Buffer.from(text),
  });
  const text = await shown([
    { type: 'task-started', time, task: root },
    { type: 'task-started', time, task: a },
    { type: 'task-started', time, task: b },
    output(b, 'made by a, alone\nno end'),
    { type: 'task-finished', time, task: b, state: 'error', duration: 120, message: 'no' },
    { type: 'task-finished', time, task: a, state: 'group_error', duration: 130 },
    {
      type: 'run-finished',
      time,
      duration: 200,
      success: false,
      canceled: false,
      tasks: [{ task: b, state: 'error', upstreams: [], duration: 120 }],
      errors: [{ task: b, message: 'no' }],
    },
  ]);
  expect(text).toBe(
    [
      'TIME running     +main+a',
      'TIME running     +main+a^sub',
      'made by a, alone',
      'no end',
      'TIME error       +main+a^sub  0.12s  no',
      'TIME group_error +main+a  0.13s',
      '',
      '  error       0.12s  +main+a^sub',
      'Run: failed in 0.20s',
      'main.dig:3:1: error: +main+a^sub: no',
      '',
    ].join('\n'),
  );
});

it('tells each time that a task is to be tried again, and why, also where nothing ends that', async () => {
  const a = task(2, '+main+a');
  const time = 0;
  const retried = (after: number, message?: string): RunEvent => ({
    type: 'task-retried',
    time,
    task: a,
    after,
    ...(message === undefined ? {} : { message }),
  });
  const text = await shown([
    { type: 'task-started', time, task: a },
    retried(10_000, 'HTTP 503 Server Error: GET http://h/ - 503\nand more'),
    { type: 'task-started', time, task: a },
    retried(0),
  ]);
  expect(text.split('\n').slice(0, 4)).toEqual([
    'TIME running     +main+a',
    'TIME waiting     +main+a  again in 10.0s: HTTP 503 Server Error: GET http://h/ - 503',
    'TIME running     +main+a',
    'TIME waiting     +main+a  again at once',
  ]);
});
