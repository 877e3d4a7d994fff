import type { Located, LocatedEntry, LocatedMap } from '../project/located.ts';
import { dirname } from '../project/paths.ts';
import type { Place } from '../rules/finding.ts';

/** The keys of a task under which further tasks are written (`sla` of a workflow only). Digdag compiles `_error` at once and the others when they are due. */
export type BodyKey = '_do' | '_else_do' | '_check' | '_error' | 'sla';

/** The operator of a task: `echo>: hello` is `{name: 'echo'}`, with the place of `echo>` and the value `hello`. */
export interface OperatorUse {
  /** Without its `>`; the text of `_type` where that is used instead. */
  readonly name: string;
  /** The key as it is in the config, with its value: `echo>` or `_type`. */
  readonly entry: LocatedEntry;
  /** The value behind `operator>:`; of `_type` that of `_command`, undefined where there is none. */
  readonly command: Located | undefined;
}

/**
 * A task as it is written, also one that Digdag refuses and one inside `_do`, `_else_do`, `_check` or `_error`: what rules, outline and
 * completion walk over. The tasks of one file form one tree.
 */
export interface TaskNode {
  /** `+load`; of the root `+<workflow>`, of a body `^sub` (`_do`, `_else_do`), `^check`, `^error` or `^sla`. */
  readonly name: string;
  readonly fullName: string;
  /** `disabled`: nothing inside is looked at. */
  readonly kind: 'operator' | 'group' | 'disabled';
  readonly parent: TaskNode | null;
  /** Set where this is what stands under such a key of the parent. */
  readonly body: BodyKey | null;
  /** Its key and raw value; null of the root. */
  readonly entry: LocatedEntry | null;
  /** All that is written for it, `+tasks` too; a list of maps merged. Empty where it is no map. */
  readonly config: LocatedMap;
  /** Its key; of the root the beginning of the file. */
  readonly place: Place;
  /** Every key that ends in `>`; more than one is an error. Or `_type`. */
  readonly operators: readonly OperatorUse[];
  /** The `+tasks` in it and its bodies, in file order. */
  readonly children: readonly TaskNode[];
}

/** The innermost task of a tree around an offset of a file; the root where none is. */
export function taskAround(root: TaskNode, path: string, offset: number): TaskNode {
  let found = root;
  for (const node of walkTasks(root)) {
    const { entry } = node;
    if (entry?.path !== path || entry.value.path !== path) continue;
    if (entry.keyStart <= offset && offset <= Math.max(entry.keyEnd, entry.value.end)) found = node;
  }
  return found;
}

/** Each task of a tree, parents first, in file order. */
export function* walkTasks(root: TaskNode): Generator<TaskNode> {
  const stack = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    yield node;
    for (let index = node.children.length - 1; index >= 0; index--) {
      const child = node.children[index];
      if (child) stack.push(child);
    }
  }
}

/** The `_workdir` that Digdag gives to a file in a folder of its project: it is written nowhere, and names that folder. */
export function isFolderOfFile({ key, keyStart, keyEnd, path, value }: LocatedEntry): boolean {
  if (key !== '_workdir' || keyStart !== keyEnd || value.kind !== 'scalar') return false;
  return dirname(path).endsWith(`/${String(value.value)}`);
}
