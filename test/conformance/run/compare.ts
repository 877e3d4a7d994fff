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
    const trace = [...recorded[field], ...observed[field]].some((text) => text.includes('Traceback'));
    const expected = texts(recorded[field], project, trace);
    const got = texts(observed[field], project, trace);
    const same = recorded.unordered ? sameSet(expected, got) : sameList(expected, got);
    const excused =
      field === 'error' && expected.length === got.length && got.every((text) => doesNotRunHere.test(text));
    if (!same && !excused) differ(field, expected, got);
  }
  compareTasks(recorded, observed, project, differ);
  return found;
}

/** With a Python traceback in them the lines are compared as one text, because whole frames are left out. */
function texts(values: readonly string[], project: string, trace: boolean): readonly string[] {
  const joined = trace ? [values.join('\n')] : values;
  return joined.map((value) => comparable(value, project));
}

/** A text without what differs between machines: paths, stack traces, the frames of Python's own files. */
export function comparable(text: string, project: string): string {
  const plain = normalise(text.replaceAll('{{UUID}}', '<uuid>'), project);
  return withoutForeignFrames(withoutCauses(withoutEngineWords(withoutStackTrace(plain)))).trimEnd();
}

/** The lines of Java's causes behind a message (`> … (json mapping)`) say the same once more. */
function withoutCauses(text: string): string {
  return text.replace(/\n> [\s\S]*\([a-z ]+\)$/, '');
}

/** Of a JavaScript error counts its name, and the variable of a ReferenceError: the rest are the words of Digdag's engine. */
function withoutEngineWords(text: string): string {
  return text.replace(
    /^(Failed to evaluate a variable [\s\S]* \((?:Type|Syntax|Range|URI|Eval)?Error): [\s\S]*\)((?: in \S+)? \(config\))$/,
    '$1)$2',
  );
}

/** The Java stack trace of an error is empty here: there is none. */
function withoutStackTrace(text: string): string {
  return text.replace(/("stacktrace": ?)"[^"]*"/g, '$1""');
}

/** Operators of services do not run here, which they say; Digdag tells what its own run lacked. */
const doesNotRunHere = /^\w+> does not run on this machine/;

function sameError(expected: string, got: string, project: string): boolean {
  if (expected !== '' && doesNotRunHere.test(got)) return true;
  return matches(comparable(expected, project), comparable(got, project));
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
  const got = byName(isDryRun(recorded) ? withoutLookedInto(recorded.tasks, observed.tasks) : observed.tasks);
  if (expected.length !== got.length) {
    differ('tasks', expected.map(nameAndState), got.map(nameAndState));
    return;
  }
  const short = abbreviated(expected);
  for (const [index, task] of expected.entries()) {
    const other = got[index];
    const same = other && (short ? nameAndState(task) === nameAndState(other) : sameTask(task, other, project));
    if (!same) differ('task', task, other);
  }
}

function nameAndState({ fullName, state }: RecordedTask): string {
  return `${fullName} ${state}`;
}

/** A dry run of ours also looks into what loops, if> and call> would make; Digdag's stops before. */
export function isDryRun({ args }: Step): boolean {
  return args.some((arg) => /^(?:-d|-dE|--dry-run)$/.test(arg));
}

/**
 * Of a dry run's tasks what Digdag has, too. Rows of a `^sub` are also there where an earlier run of the session made them, and only then does a
 * `^check` wait for one.
 */
function withoutLookedInto(recorded: readonly RecordedTask[], got: readonly RecordedTask[]): readonly RecordedTask[] {
  const known = new Set(recorded.map(({ fullName }) => fullName));
  const isMore = (name: string): boolean => name.includes('^sub') && !known.has(name);
  return got.flatMap(({ upstreams = [], ...task }) => {
    const left = upstreams.filter((name) => !isMore(name));
    return isMore(task.fullName) ? [] : [left.length > 0 ? { ...task, upstreams: left } : task];
  });
}

/** Of a long list only names and states were recorded: not even that the root is a group. */
function abbreviated([root]: readonly RecordedTask[]): boolean {
  return root !== undefined && root.parent === undefined && root.group === undefined;
}

function sameTask(expected: RecordedTask, got: RecordedTask, project: string): boolean {
  const { error: expectedError = '', ...expectedRest } = expected;
  const { error: gotError = '', ...gotRest } = got;
  return isDeepStrictEqual(expectedRest, gotRest) && sameError(expectedError, gotError, project);
}
