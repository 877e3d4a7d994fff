import type { Place } from '../rules/finding.ts';
import type { Text } from '../text/text.ts';
import { type Shown, scalarsOf } from './shown.ts';

/** A task of a workflow as it would run, with the tasks that it would make. */
export interface ResolvedTask {
  /** With the names of generated tasks: `+main+loop^sub+loop-0`. */
  readonly fullName: string;
  /** The last part: `+loop-0`, `^sub`. */
  readonly name: string;
  readonly kind: 'operator' | 'group' | 'disabled';
  /** `maybe`: a value that only a run tells decides. `error`: where the task around it fails. `check`: where it succeeds. */
  readonly when: 'always' | 'maybe' | 'error' | 'check';
  readonly operator: string | undefined;
  /** Its `_export`, as the task itself would see it. */
  readonly exports: ReadonlyMap<string, Shown>;
  /** Its own keys as its operator gets them; the bodies are among `children`. */
  readonly keys: ReadonlyMap<string, Shown>;
  /** Options of its operator that exports or parameters bring. */
  readonly applied: readonly AppliedOption[];
  readonly notes: readonly Note[];
  readonly children: readonly ResolvedTask[];
  /** Where it is written. */
  readonly place: Place | undefined;
}

export interface AppliedOption {
  readonly key: string;
  readonly value: Shown;
  /** The full name of the task that exports it; undefined of parameters. */
  readonly from: string | undefined;
}

export interface Note {
  /** `error`: Digdag fails here. `unknown`: only a run tells. */
  readonly kind: 'error' | 'unknown';
  readonly text: Text;
}

export interface ResolvedWorkflow {
  /** The id of its zone. */
  readonly timezone: string;
  readonly root: ResolvedTask;
  /** There are more tasks than were asked for. */
  readonly truncated: boolean;
}

/** Each task, parents first. */
export function* walkResolved(task: ResolvedTask): Generator<ResolvedTask> {
  yield task;
  for (const child of task.children) yield* walkResolved(child);
}

/** Whether Digdag would fail somewhere, as far as is known. */
export function failsSomewhere(root: ResolvedTask): boolean {
  for (const { notes, keys, exports, when } of walkResolved(root)) {
    if (when === 'error') continue;
    if (notes.some(({ kind }) => kind === 'error')) return true;
    const values = [...keys.values(), ...exports.values()];
    if (values.some((value) => [...scalarsOf(value)].some(({ error }) => error !== undefined))) return true;
  }
  return false;
}
