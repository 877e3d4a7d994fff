import type { RunRecord, TaskRecord } from './runRecord.ts';

/** A task's name in a line of a terminal. */
interface NamedInLine {
  readonly startIndex: number;
  readonly length: number;
  readonly task: TaskRecord;
}

/** The names of a run's tasks in a line, of those tasks that are written somewhere. */
export function tasksNamedIn(line: string, run: RunRecord): NamedInLine[] {
  if (!line.includes('+')) return [];
  return [...line.matchAll(/\+[^\s:()"'|]+/g)].flatMap((match) => {
    const task = run.named(match[0]);
    return task?.source ? [{ startIndex: match.index, length: match[0].length, task }] : [];
  });
}
