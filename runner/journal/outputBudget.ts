/** Bytes of a task's output that are kept from its begin, and from its end. */
const head = 64 * 1024;
const tail = 32 * 1024;
/** Bytes of all tasks' begins together. */
const most = 2 * 1024 * 1024;

/** Chooses what is kept of the output of tasks: its begin at once, its end when the task has ended, and nothing in between. Memory is bounded. */
export class OutputBudget {
  readonly #tasks = new Map<number, { used: number; end: Buffer; omitted: number }>();
  #left = most;

  /** The part of a piece that is kept at once. */
  take(task: number, chunk: Uint8Array): Uint8Array {
    const known = this.#tasks.get(task) ?? { used: 0, end: Buffer.alloc(0), omitted: 0 };
    this.#tasks.set(task, known);
    const room = known.end.length > 0 || known.omitted > 0 ? 0 : Math.min(head - known.used, this.#left);
    const kept = chunk.subarray(0, Math.max(room, 0));
    known.used += kept.length;
    this.#left -= kept.length;
    const rest = chunk.subarray(kept.length);
    if (rest.length > 0) {
      const all = Buffer.concat([known.end, rest]);
      const cut = Math.max(all.length - tail, 0);
      known.omitted += cut;
      known.end = Buffer.from(all.subarray(cut));
    }
    return kept;
  }

  /** The task has ended: what is kept of the rest. */
  end(task: number): { readonly chunk: Uint8Array; readonly omitted: number } | undefined {
    const known = this.#tasks.get(task);
    this.#tasks.delete(task);
    return known && known.end.length > 0 ? { chunk: known.end, omitted: known.omitted } : undefined;
  }

  /** The tasks that still have an end to tell. */
  get open(): readonly number[] {
    return [...this.#tasks.keys()];
  }
}
