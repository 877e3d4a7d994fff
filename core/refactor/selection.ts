import type { LocatedEntry } from '../project/located.ts';
import { type Lines, linesOf } from '../rules/support/edits.ts';
import { lineStartOf } from '../text/lineStart.ts';
import { asBoolean } from '../value/typed.ts';
import type { TaskNode } from '../workflow/taskNode.ts';
import { withComments } from './blocks.ts';
import type { RefactorContext } from './refactoring.ts';
import { isShared } from './sharing.ts';

/** Tasks that stand one below the other in a group, a body or at the top, in lines of their own. */
export interface Selection {
  readonly parent: TaskNode;
  readonly tasks: readonly WrittenTask[];
  /** Their lines, with their comments. */
  readonly lines: Lines;
  /** How the tasks of the parent follow each other. */
  readonly order: 'sequence' | 'parallel';
}

/** A task with its entry: no root, no body. */
export interface WrittenTask extends TaskNode {
  readonly entry: LocatedEntry;
}

/** The selected tasks; with a cursor alone the task on whose first line it is. Undefined where they cannot be moved as lines. */
export function selectionIn(context: RefactorContext): Selection | undefined {
  const found = touched(context);
  const [first] = found?.tasks ?? [];
  const last = found?.tasks.at(-1);
  if (!found || !first || !last || !areNeighbours(found.parent, found.tasks)) return undefined;
  const order = orderOf(found.parent);
  const lines = found.tasks.map((task) => linesOf(context, task.entry));
  const [top] = lines;
  const bottom = lines.at(-1);
  if (!order || !top || !bottom || lines.includes(undefined)) return undefined;
  const all = withComments(context.text, { ...top, end: bottom.end });
  return isShared(context.file.document, all) ? undefined : { ...found, lines: all, order };
}

function touched({ root, path, text, start, end }: RefactorContext): Pick<Selection, 'parent' | 'tasks'> | undefined {
  let parent = root;
  for (;;) {
    const children = parent.children.filter(({ entry }) => {
      if (entry?.path !== path || entry.value.path !== path) return false;
      const from = lineStartOf(text, entry.keyStart);
      return (from < end || from === start) && start < Math.max(entry.value.end, entry.keyEnd + 1);
    });
    const [only] = children;
    const entry = only?.entry;
    const lineEnd = entry ? endOfLine(text, entry.keyStart) : 0;
    if (children.length === 1 && only && entry && start > lineEnd) {
      parent = only;
      continue;
    }
    const tasks = children.filter(isWritten);
    if (tasks.length === 0 || tasks.length < children.length) return undefined;
    const isSelected = start < end || (entry !== undefined && entry !== null && start <= lineEnd);
    return isSelected ? { parent, tasks } : undefined;
  }
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

function isWritten(task: TaskNode): task is WrittenTask {
  return task.entry !== null && task.body === null;
}

/** Nothing else stands between them, and all are written where their parent is. */
function areNeighbours({ config }: TaskNode, tasks: readonly WrittenTask[]): boolean {
  const keys = [...config.entries.keys()];
  const first = keys.indexOf(tasks[0]?.entry.key ?? '');
  const isInPlace = tasks.every(({ entry }) => config.start <= entry.keyStart && entry.value.end <= config.end);
  const inOrder = tasks.every(
    ({ entry }, index) =>
      keys[first + index] === entry.key && entry.keyStart >= (tasks[index - 1]?.entry.value.end ?? 0),
  );
  return first >= 0 && isInPlace && inOrder;
}

/** Undefined where it is computed, limited or refused. */
export function orderOf({ config }: TaskNode): Selection['order'] | undefined {
  const parallel = config.get('_parallel');
  if (!parallel) return 'sequence';
  const isParallel = parallel.kind === 'scalar' ? asBoolean(parallel.value) : undefined;
  return isParallel === undefined ? undefined : isParallel ? 'parallel' : 'sequence';
}

/**
 * Whether the selected tasks can stand in a group of their own among their siblings: what waits for what stays the same.
 * @param named the group has the name of the only task, so that an `_after` may go on naming it
 */
export function canBeGrouped({ parent, tasks, order }: Selection, named: boolean): boolean {
  const siblings = parent.children.filter(isWritten);
  if (order === 'sequence') return !siblings.some(({ config }) => config.has('_background') || config.has('_after'));
  const inside = new Set(tasks.map(({ name }) => name));
  return siblings.every((sibling) => {
    if (sibling.config.has('_background')) return false;
    const after = afterOf(sibling);
    if (after === undefined) return false;
    const isInside = inside.has(sibling.name);
    return after.every((name) => inside.has(name) === isInside || (named && !isInside));
  });
}

/** The names in an `_after`; undefined where they are not written out. */
function afterOf({ config }: TaskNode): string[] | undefined {
  const after = config.get('_after');
  if (!after) return [];
  const items = after.kind === 'list' ? after.items : [after];
  const names = items.map((item) => (item.kind === 'scalar' && typeof item.value === 'string' ? item.value : '${'));
  return names.some((name) => name.includes('${')) ? undefined : names;
}
