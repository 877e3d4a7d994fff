import { isDeepStrictEqual } from 'node:util';
import { normalise } from '../normalise.ts';
import { matches } from './placeholders.ts';
import type { Observed, RecordedTask, Step } from './recording.ts';
import { withoutForeignFrames } from './traceback.ts';

/** Every field in which a run differs from its recording. */
export function differences(recorded: Step, observed: Observed, project: string): string[] {
  const found: string[] = [];
  const differ = (field: string, expected: unknown, got: unknown): void => {
    found.push(
      `${field}: recorded ${JSON.stringify(expected)}\n${' '.repeat(field.length)}  got      ${JSON.stringify(got)}`,
    );
  };
  if (recorded.exitCode !== observed.exitCode) differ('exitCode', recorded.exitCode, observed.exitCode);
  for (const field of ['stdout', 'error', 'errorTasks'] as const) {
    const expected = texts(recorded[field], project);
    const got = texts(observed[field], project);
    const same = recorded.unordered ? sameSet(expected, got) : sameList(expected, got);
    if (!same) differ(field, expected, got);
  }
  compareTasks(recorded, observed, project, differ);
  return found;
}

/** The lines of a Python traceback are compared as one text, because whole frames are left out. */
function texts(values: readonly string[], project: string): readonly string[] {
  const joined = values.some((value) => value.includes('Traceback')) ? [values.join('\n')] : values;
  return joined.map((value) => comparable(value, project));
}

/** A text without what differs between machines: paths, stack traces, the frames of Python's own files. */
export function comparable(text: string, project: string): string {
  return withoutForeignFrames(withoutStackTrace(normalise(text.replaceAll(project, '{{PROJECT}}'), project)))
    .replaceAll('{{PROJECT}}', '<project>')
    .trimEnd();
}

/** The Java stack trace of an error is empty here: there is none. */
function withoutStackTrace(text: string): string {
  return text.replace(/("stacktrace": ?)"[^"]*"/g, '$1""');
}

function sameList(expected: readonly string[], got: readonly string[]): boolean {
  return expected.length === got.length && expected.every((text, index) => matches(text, got[index] ?? ''));
}

function sameSet(expected: readonly string[], got: readonly string[]): boolean {
  return sameList([...expected].sort(), [...got].sort());
}

function compareTasks(
  recorded: Step,
  observed: Observed,
  project: string,
  differ: (field: string, expected: unknown, got: unknown) => void,
): void {
  const byName = (tasks: readonly RecordedTask[]): readonly RecordedTask[] =>
    recorded.unorderedTasks ? [...tasks].sort((a, b) => (a.fullName < b.fullName ? -1 : 1)) : tasks;
  const expected = byName(recorded.tasks);
  const got = byName(observed.tasks);
  if (expected.length !== got.length) {
    differ('tasks', expected.map(nameAndState), got.map(nameAndState));
    return;
  }
  for (const [index, task] of expected.entries()) {
    const other = got[index];
    if (!other || !sameTask(task, other, project)) differ('task', task, other);
  }
}

function nameAndState({ fullName, state }: RecordedTask): string {
  return `${fullName} ${state}`;
}

function sameTask(expected: RecordedTask, got: RecordedTask, project: string): boolean {
  const { error: expectedError = '', ...expectedRest } = expected;
  const { error: gotError = '', ...gotRest } = got;
  return (
    isDeepStrictEqual(expectedRest, gotRest) &&
    matches(comparable(expectedError, project), comparable(gotError, project))
  );
}
