const newline = 10;

/** A longer line is shown in parts: it might never end. */
const longestLine = 64 * 1024;

/**
 * The output of tasks as one stream. While one task runs alone its bytes pass untouched. While several run, each line stands whole with its task's
 * name before it, so that it can be told to its task.
 */
export class TaskOutput {
  readonly #pending = new Map<string, Uint8Array[]>();
  #inLine = false;

  /** @param write takes what is to be shown */
  constructor(readonly write: (piece: string | Uint8Array) => Promise<void>) {}

  /** @param label what stands before each line; undefined where the task runs alone */
  async chunk(task: string, chunk: Uint8Array, label: string | undefined): Promise<void> {
    if (chunk.length === 0) return;
    if (label === undefined && !this.#pending.has(task)) {
      this.#inLine = chunk.at(-1) !== newline;
      await this.write(chunk);
      return;
    }
    await this.endLine();
    const end = chunk.lastIndexOf(newline) + 1;
    const rest = chunk.subarray(end);
    if (end > 0) {
      const lines = [...(this.#pending.get(task) ?? []), chunk.subarray(0, end)];
      this.#pending.delete(task);
      await this.write(label === undefined ? Buffer.concat(lines) : labelled(lines, label));
    }
    if (rest.length === 0) return;
    this.#pending.set(task, [...(this.#pending.get(task) ?? []), rest.slice()]);
    if (this.#pendingSize(task) > longestLine) await this.end(task, label);
  }

  /** The task has ended, and perhaps its last line has not. */
  async end(task: string, label: string | undefined): Promise<void> {
    const rest = this.#pending.get(task);
    this.#pending.delete(task);
    if (rest) await this.write(labelled([...rest, Buffer.from('\n')], label ?? ''));
  }

  #pendingSize(task: string): number {
    return (this.#pending.get(task) ?? []).reduce((size, piece) => size + piece.length, 0);
  }

  /** What comes next begins on a line of its own. */
  async endLine(): Promise<void> {
    if (!this.#inLine) return;
    this.#inLine = false;
    await this.write('\n');
  }
}

function labelled(pieces: readonly Uint8Array[], label: string): Buffer {
  const text = Buffer.concat(pieces);
  const head = Buffer.from(label);
  const lines: Uint8Array[] = [];
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf(newline, start) + 1 || text.length;
    lines.push(head, text.subarray(start, end));
    start = end;
  }
  return Buffer.concat(lines);
}
