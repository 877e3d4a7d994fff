import { builtInCatalog } from '../catalog/catalog.ts';
import { type Located, LocatedEntry, LocatedMap } from '../project/located.ts';
import { asBoolean, asInt } from '../value/typed.ts';
import { compileTree } from './compileTree.ts';
import type { Problem } from './problem.ts';
import { readsBody, surveyTasks } from './survey.ts';
import { type TaskNode, walkTasks } from './taskNode.ts';

/** What Digdag will refuse in bodies that it compiles when they are due: each is compiled on its own, as it will be then. */
export function bodyProblems(root: TaskNode): Problem[] {
  const problems: Problem[] = [];
  for (const node of walkTasks(root)) {
    if (node.kind !== 'operator') continue;
    for (const key of ['_do', '_else_do', '_check'] as const) {
      const entry = node.config.entries.get(key);
      if (!entry || !(key === '_check' || readsBody(node, key))) continue;
      for (const problem of problemsOf(node, entry)) problems.push(problem);
    }
  }
  return problems;
}

function problemsOf(node: TaskNode, entry: LocatedEntry): readonly Problem[] {
  const { value } = entry;
  if (value.kind === 'map') {
    const body = node.children.find((child) => child.entry === entry);
    if (!body) return [];
    const made = entry.key === '_do' && isLoop(node) ? (runOfLoop(node, value) ?? body) : body;
    return compileTree(made, { early: false, named: true }).problems;
  }
  if (value.kind === 'scalar' && value.value === null) return [];
  const message = `Parameter '${entry.key}' must be an object`;
  return [{ kind: 'body-not-a-map', message, early: false, node, entry, suggestions: [], ...value.place }];
}

/** Loops put each run of `_do` into a task of its own below `^sub`; the catalogue names these. */
function isLoop(node: TaskNode): boolean {
  return node.operators.some((use) => builtInCatalog.operator(use.name)?.subtasks?.generated?.startsWith('^sub+'));
}

/**
 * The group that a loop makes, with one run: `_after` and `_background` of `_do` belong to that run, `_parallel` to the group.
 * @returns undefined where `_parallel` is evaluated or refused first, so that nothing can be said about the group
 */
function runOfLoop(node: TaskNode, body: LocatedMap): TaskNode | undefined {
  const { path, start, end } = body;
  const entries = new Map([['+run', new LocatedEntry('+run', path, start, start, body)]]);
  const parallel = node.config.entries.get('_parallel');
  if (parallel) {
    if (!isReadable(parallel.value)) return undefined;
    entries.set('_parallel', parallel);
  }
  return surveyTasks(node.fullName, '^sub', new LocatedMap(entries, path, start, end), body.place);
}

function isReadable(parallel: Located): boolean {
  if (parallel.kind === 'scalar') return typeof parallel.value !== 'number' && asBoolean(parallel.value) !== undefined;
  const limit = parallel.kind === 'map' ? parallel.get('limit') : undefined;
  return limit?.kind === 'scalar' && limit.value !== null && asInt(limit.value) !== undefined;
}
