import { type Located, type LocatedEntry, toValue } from '../project/located.ts';
import type { Place } from '../rules/finding.ts';
import { toJson } from '../value/json.ts';
import { asBoolean, asInt, asText, unexpected } from '../value/typed.ts';
import type { CompiledTask } from './compiledTask.ts';
import type { ProblemKind } from './problem.ts';
import type { TaskNode } from './taskNode.ts';

/** Where errors go at which Digdag stops; the compiler itself goes on. */
interface Errors {
  refuse(kind: ProblemKind, node: TaskNode, entry: LocatedEntry | null, place: Place, message: string): void;
}

/** Sets the upstreams of a group's children by its `_parallel` and their `_after` and `_background`, as WorkflowCompiler.collect does. */
export function connect(group: CompiledTask, children: readonly CompiledTask[], errors: Errors): void {
  const parallel = readParallel(group, errors);
  if (parallel === 'sequential') connectInOrder(children, errors);
  else if (parallel) connectInChunks(children, parallel.limit > 0 ? parallel.limit : children.length, errors);
}

/** `limit`: how many at the same time; 0 or less is no limit. `sequential` where there is none; undefined where it cannot be read. */
type Parallel = 'sequential' | { readonly limit: number };

/** io.digdag.util.ParallelControl */
function readParallel({ node }: CompiledTask, errors: Errors): Parallel | undefined {
  const entry = node.config.entries.get('_parallel');
  if (!entry) return 'sequential';
  const refuse = (place: Located, message: string): undefined => {
    errors.refuse('parallel', node, entry, place.place, message);
  };
  if (entry.value.kind === 'map') {
    const limit = entry.value.get('limit');
    if (!limit) return refuse(entry.value, "Parameter 'limit' is required but not set");
    const value = toValue(limit);
    if (value === null) return refuse(limit, "Parameter 'limit' is required but null");
    const number = asInt(value);
    if (number === undefined) return refuse(limit, unexpected('integer (int) type', 'limit', value).message);
    return { limit: number };
  }
  const value = toValue(entry.value);
  if (typeof value !== 'boolean' && typeof value !== 'string') {
    return refuse(entry.value, `Invalid _parallel format: ${toJson(value)}`);
  }
  const parallel = asBoolean(value);
  if (parallel === undefined) {
    return refuse(entry.value, unexpected("'true' or 'false'", '_parallel', value).message);
  }
  return parallel ? { limit: 0 } : 'sequential';
}

/** One after the other; children in the background start with the group, and the next in the foreground waits for them. */
function connectInOrder(children: readonly CompiledTask[], errors: Errors): void {
  let before: number[] = [];
  for (const child of children) {
    const after = option(child, '_after');
    if (after) {
      const message = 'Setting "_after" option is invalid if its parent task doesn\'t have "_parallel: true" option';
      errors.refuse('after', child.node, after, after.keyPlace, message);
    }
    if (readBackground(child, errors)) {
      child.connect([], '_background');
      before.push(child.index);
    } else {
      child.connect(before, '_background');
      before = [child.index];
    }
  }
}

/** At the same time, `size` of them; a chunk waits for all of the chunk before. `_after` names children written earlier. */
function connectInChunks(children: readonly CompiledTask[], size: number, errors: Errors): void {
  const byName = new Map<string, number>();
  let before: readonly number[] = [];
  for (let start = 0; start < children.length; start += size) {
    const chunk = children.slice(start, start + size);
    for (const child of chunk) {
      if (readBackground(child, errors)) {
        const message =
          'Setting "_background: true" option is invalid (unnecessary) if its parent task has "_parallel: true" option';
        const entry = option(child, '_background');
        errors.refuse('background', child.node, entry ?? null, entry?.keyPlace ?? child.place, message);
      }
      const after = readAfter(child, byName, errors);
      child.connect(after.length > 0 ? [...after, ...before] : before, '_after');
      byName.set(child.name, child.index);
    }
    before = chunk.map((child) => child.index);
  }
}

function readBackground(child: CompiledTask, errors: Errors): boolean {
  const entry = option(child, '_background');
  const value = entry && toValue(entry.value);
  if (!entry || value === undefined || value === null) return false;
  const background = asBoolean(value);
  if (background !== undefined) return background;
  const { message } = unexpected("'true' or 'false'", '_background', value);
  errors.refuse('background', child.node, entry, entry.value.place, message);
  return false;
}

function readAfter(child: CompiledTask, byName: ReadonlyMap<string, number>, errors: Errors): number[] {
  const entry = option(child, '_after');
  const value = entry && toValue(entry.value);
  if (!entry || value === undefined || value === null) return [];
  const { node } = child;
  const items = entry.value.kind === 'list' ? entry.value.items : undefined;
  if (!items || items.some((item) => item.kind !== 'scalar')) {
    errors.refuse('after', node, entry, entry.value.place, unexpected('array type', '_after', value).message);
    return [];
  }
  const upstreams: number[] = [];
  for (const item of items) {
    const name = asText(toValue(item)) ?? 'null';
    const index = byName.get(name);
    if (index === undefined)
      errors.refuse('after', node, entry, item.place, `Dependency task '${name}' does not exist`);
    else upstreams.push(index);
  }
  return upstreams;
}

/** A disabled task has lost its keys before Digdag asks for them. */
function option(child: CompiledTask, key: string): ReturnType<CompiledTask['node']['config']['entries']['get']> {
  return child.node.kind === 'disabled' ? undefined : child.node.config.entries.get(key);
}
