import { expect, it } from 'vitest';
import type { TaskReference } from '../../../runner/events.ts';
import { RunRecord } from './runRecord.ts';
import { tasksNamedIn } from './taskLinks.ts';

const source = { path: '/w/main.dig', line: 2, column: 3 };
const written = (id: number, name: string): TaskReference => ({ id, name, group: false, source });

/** What is found in a line: each with its text and its line in the file. */
function found(line: string): unknown[] {
  const run = new RunRecord('1-1.jsonl');
  const tasks = [
    written(1, '+main+load'),
    { ...written(2, '+main+load^sub+for-0=t=1&x.y'), source: { ...source, line: 7 } },
    { id: 3, name: '+main^failure-alert', group: false },
  ];
  run.apply({ type: 'tasks-added', time: 0, tasks: tasks.map((task) => ({ task })) });
  return tasksNamedIn(line, run).map(({ startIndex, length, task }) => [
    line.slice(startIndex, startIndex + length),
    task.source?.line,
  ]);
}

it('finds names of tasks in the lines of a run, of the digdag command and of errors', () => {
  expect(found('12:34:56 running     +main+load')).toEqual([['+main+load', 2]]);
  expect(found('main.dig:2:3: error: +main+load: Command failed with code 1')).toEqual([['+main+load', 2]]);
  expect(found('2026-01-02 03:04:05 +0000 [INFO] (0021@[0:default:1:1]+main+load): echo>: a')).toEqual([
    ['+main+load', 2],
  ]);
  expect(found('+main+load | a line | +main+load^sub+for-0=t=1&x.y done')).toEqual([
    ['+main+load', 2],
    ['+main+load^sub+for-0=t=1&x.y', 7],
  ]);
});

it('makes no link of what is no task, or is written nowhere', () => {
  expect(found('1 + 1 = +2, +main+other, +main^failure-alert, main+load')).toEqual([]);
});
