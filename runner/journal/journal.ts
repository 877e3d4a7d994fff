import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import type { RunEvent, RunFinished } from '../events.ts';
import { Mask } from '../preview/mask.ts';
import type { JournalEntry } from './entry.ts';
import { OutputBudget } from './outputBudget.ts';

const longestLine = 8192;

/**
 * Writes a run's journal: a file of its own in a directory, a JSON object a line, each whole when the next thing happens, so that a run that is
 * killed leaves all that it has told. Only its user may read it.
 */
export class Journal {
  readonly #budget = new OutputBudget();
  /** The begin of a character or, where there are secrets, of a line. */
  readonly #pending = new Map<number, { readonly decoder: StringDecoder; text: string }>();
  #mask = new Mask([]);
  readonly #secrets = new Set<string>();
  #file: number | undefined;

  /**
   * @param onFailure told once, where the journal cannot be written: the run goes on without it
   */
  constructor(
    directory: string,
    request: unknown,
    private readonly onFailure: (reason: string) => void,
  ) {
    const time = Date.now();
    try {
      mkdirSync(directory, { recursive: true, mode: 0o700 });
      this.#file = openSync(join(directory, `${time}-${process.pid}.jsonl`), 'wx', 0o600);
    } catch (error) {
      this.#fail(error);
    }
    this.#write({ type: 'journal', version: 1, time, pid: process.pid, request });
  }

  /** A value that must not be in the journal from now on; of one with several lines none of them. */
  hide(secret: string): void {
    const size = this.#secrets.size;
    for (const part of [secret, ...secret.split(/\r?\n/)]) if (part.trim() !== '') this.#secrets.add(part);
    if (this.#secrets.size > size) this.#mask = new Mask([...this.#secrets]);
  }

  event(event: RunEvent): void {
    switch (event.type) {
      case 'output':
        this.#output(event.task.id, this.#budget.take(event.task.id, event.chunk), 0);
        break;
      case 'task-finished':
        this.#endOutput(event.task.id);
        this.#write(event);
        break;
      case 'run-finished':
        for (const task of this.#budget.open) this.#endOutput(task);
        this.#write(ending(event));
        break;
      default:
        this.#write(event);
    }
  }

  refused(message: string): void {
    this.#write({ type: 'run-refused', time: Date.now(), message });
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }

  #endOutput(task: number): void {
    const rest = this.#budget.end(task);
    if (rest) this.#output(task, rest.chunk, rest.omitted);
    const last = this.#pending.get(task)?.text ?? '';
    this.#pending.delete(task);
    if (last !== '') this.#write({ type: 'output', time: Date.now(), task, text: last });
  }

  #output(task: number, chunk: Uint8Array, omitted: number): void {
    if (chunk.length === 0) return;
    const pending = this.#pending.get(task) ?? { decoder: new StringDecoder('utf8'), text: '' };
    this.#pending.set(task, pending);
    const text = pending.text + pending.decoder.write(Buffer.from(chunk));
    // A secret that is cut in two would not be known.
    const whole = this.#secrets.size === 0 || text.length > longestLine ? text.length : text.lastIndexOf('\n') + 1;
    pending.text = text.slice(whole);
    if (whole === 0) return;
    const entry = { type: 'output', time: Date.now(), task, text: text.slice(0, whole) } as const;
    this.#write(omitted > 0 ? { ...entry, omitted } : entry);
  }

  #write(entry: JournalEntry): void {
    if (this.#file === undefined) return;
    const masked = (key: string, value: unknown): unknown =>
      typeof value === 'string' && (key === 'text' || key === 'message') ? this.#mask.text(value) : value;
    try {
      writeSync(this.#file, `${JSON.stringify(entry, masked)}\n`);
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    this.close();
    this.onFailure(error instanceof Error ? error.message : String(error));
  }
}

/** Without what tasks have stored and exported: that may be large, and may hold secrets. */
function ending({ type, time, duration, success, canceled, statusDirectory, tasks }: RunFinished): JournalEntry {
  return {
    type,
    time,
    duration,
    success,
    canceled,
    ...(statusDirectory === undefined ? {} : { statusDirectory }),
    tasks: tasks.map(({ task, state, parent, message, duration: took }) => ({
      task,
      state,
      ...(parent === undefined ? {} : { parent }),
      ...(message === undefined ? {} : { message }),
      ...(took === undefined ? {} : { duration: took }),
    })),
  };
}
