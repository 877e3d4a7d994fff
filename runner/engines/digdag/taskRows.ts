import { builtInCatalog } from '../../../core/catalog/catalog.ts';
import type { WrittenTasks } from '../../../core/project/writtenTasks.ts';
import { segmentsOf } from '../../../core/workflow/fullName.ts';
import type { TaskNode } from '../../../core/workflow/taskNode.ts';
import type { WorkflowTask } from '../../../core/workflow/workflow.ts';
import type { Sources } from '../../source.ts';
import { TaskRow } from './taskRow.ts';

interface NewRow extends Pick<TaskRow, 'parent' | 'upstreams' | 'node' | 'isMade'> {
  readonly name: string;
  readonly group: boolean;
}

/** The tasks of a run: those that the workflow has from the start, and those that its output names later. */
export class TaskRows {
  /** In the order of ids. */
  readonly all: TaskRow[] = [];
  readonly #newest = new Map<string, TaskRow>();

  /** @param tasks none where our compiler refuses the workflow, or does not know it */
  constructor(
    tasks: readonly WorkflowTask[],
    private readonly written: WrittenTasks,
    private readonly sources: Sources,
  ) {
    const rows: TaskRow[] = [];
    for (const { fullName, parent, upstreams, group, node } of tasks) {
      const before = upstreams.flatMap((index) => rows[index] ?? []);
      const above = parent === null ? undefined : rows[parent];
      rows.push(this.#add({ name: fullName, parent: above, upstreams: before, group, node, isMade: false }));
    }
  }

  find(name: string): TaskRow | undefined {
    return this.#newest.get(name);
  }

  /** The task of that name, with the groups that it lies in. */
  obtain(name: string): TaskRow {
    const known = this.#newest.get(name);
    if (known) return known;
    const segments = segmentsOf(name);
    const above = segments.slice(0, -1).join('');
    const parent = above === '' ? undefined : this.obtain(above);
    const node = this.written.find(name);
    const last = parent?.children.at(-1);
    const upstreams = parent && last && !runsParallel(parent) ? [last] : [];
    // What is written in a file called as a whole, or repeated by a loop, may hold an operator of its own.
    const group = node ? node.kind === 'group' : name.endsWith('^sub');
    return this.#add({ name, parent, upstreams, group, node, isMade: true });
  }

  /** A group's retry runs its tasks once more, each as a new one of the same name. */
  repeat({ reference, parent, upstreams, node }: TaskRow): TaskRow {
    const newest = upstreams.map((row) => this.find(row.reference.name) ?? row);
    const { name, group } = reference;
    return this.#add({ name, parent, upstreams: newest, group, node, isMade: true });
  }

  #add({ name, parent, upstreams, group, node, isMade }: NewRow): TaskRow {
    const base = { id: this.all.length + 1, name, group };
    const reference = node ? { ...base, source: this.sources.lineOf(node.place) } : base;
    const row = new TaskRow(reference, parent, upstreams, node, isMade);
    this.all.push(row);
    this.#newest.set(name, row);
    return row;
  }
}

/** Whether the tasks below a task run at the same time: of what a loop makes its own `_parallel` counts, else that of the body or file. */
export function runsParallel({ node, reference, parent }: TaskRow): boolean {
  if (isParallel(node)) return true;
  const runs = reference.name.endsWith('^sub') && parent?.node?.operators.some(({ name }) => makesRuns(name));
  return runs === true && isParallel(parent?.node);
}

/** Loops put each run of `_do` into a task of its own; the catalogue names these. */
function makesRuns(operator: string): boolean {
  return builtInCatalog.operator(operator)?.subtasks?.generated?.startsWith('^sub+') ?? false;
}

function isParallel(node: TaskNode | undefined): boolean {
  const parallel = node?.config.get('_parallel');
  if (parallel?.kind === 'scalar') return parallel.value !== false && parallel.value !== 'false';
  return parallel !== undefined;
}
