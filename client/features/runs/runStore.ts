import { readdir, rm, stat } from 'node:fs/promises';
import { uptime } from 'node:os';
import { join } from 'node:path';
import type { JournalEntry } from '../../../runner/journal/entry.ts';
import { JournalReader } from './journalReader.ts';
import { RunRecord } from './runRecord.ts';

const mostRuns = 50;
/** Bytes of all journals together. */
const mostBytes = 64 * 1024 * 1024;
/** Milliseconds between two looks while something runs. */
const pace = 200;

/** The runs of a workspace, newest first: their journals lie in a folder, are followed while they grow, and stay for the next window. */
export class RunStore {
  readonly #runs = new Map<string, { readonly record: RunRecord; readonly reader: JournalReader }>();
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;
  /** Processes that have been started and whose journals are not there yet. */
  #expected = 0;

  /** @param onChange told each run that is new, has changed or has ended; undefined where runs have gone */
  constructor(
    private readonly directory: string,
    private readonly onChange: (record: RunRecord | undefined, before: RunRecord['state'] | undefined) => void,
    private readonly onError: (error: unknown) => void,
  ) {}

  get runs(): readonly RunRecord[] {
    return [...this.#runs.values()].map(({ record }) => record).sort((a, b) => (a.id < b.id ? 1 : -1));
  }

  find(id: string): RunRecord | undefined {
    return this.#runs.get(id)?.record;
  }

  ofProcess(pid: number): RunRecord | undefined {
    return this.runs.find((run) => run.pid === pid);
  }

  /** Looks at the journals, and goes on while one of them grows. */
  async look(): Promise<void> {
    this.#looking ??= this.#lookOnce().finally(() => {
      this.#looking = undefined;
    });
    await this.#looking;
    this.#continue();
  }

  /** A process begins that will write a journal. */
  expect(): void {
    // After so many looks in vain it writes none.
    this.#expected = 50;
    this.#continue();
  }

  /** The output of a task as far as the journal has it, or of all. */
  async output(id: string, task: number | undefined): Promise<string> {
    const pieces: string[] = [];
    const add = (entry: JournalEntry): void => {
      if (entry.type !== 'output' || (task !== undefined && entry.task !== task)) return;
      if (entry.omitted) pieces.push(`\n[… ${entry.omitted} bytes …]\n`);
      pieces.push(entry.text);
    };
    await new JournalReader(join(this.directory, id)).read(add);
    return pieces.join('');
  }

  async remove(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      this.#runs.delete(id);
      await rm(join(this.directory, id), { force: true });
    }
    this.onChange(undefined, undefined);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#expected = 0;
  }

  #continue(): void {
    const goesOn = this.#expected > 0 || this.runs.some(({ state }) => state === 'running');
    if (!goesOn || this.#timer) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.look().catch(this.onError);
    }, pace);
  }

  async #lookOnce(): Promise<void> {
    if (this.#expected > 0) this.#expected--;
    const names = (await readdir(this.directory).catch(() => []))
      .filter((name) => /^\d+-\d+\.jsonl$/.test(name))
      .sort();
    await this.#forget(names);
    for (const name of names.slice(-mostRuns)) await this.#follow(name);
  }

  async #follow(name: string): Promise<void> {
    const known = this.#runs.get(name);
    if (known && known.record.state !== 'running') return;
    const record = known?.record ?? new RunRecord(name);
    const reader = known?.reader ?? new JournalReader(join(this.directory, name));
    if (!known) this.#expected = 0;
    this.#runs.set(name, { record, reader });
    // Asked before the last look at the journal: what it wrote before its end is read.
    const alive = isAlive(record.pid ?? Number(/-(\d+)/.exec(name)?.[1]), Number.parseInt(name, 10));
    const before = known?.record.state;
    let changed = !known;
    await reader.read((entry) => {
      changed = true;
      record.apply(entry);
    });
    if (!alive && record.state === 'running') {
      record.interrupt();
      changed = true;
    }
    if (changed) this.onChange(record, before);
  }

  /** Older runs than are kept go, and what makes the folder too large. */
  async #forget(names: readonly string[]): Promise<void> {
    const gone = names.slice(0, Math.max(names.length - mostRuns, 0));
    if (names.some((name) => !this.#runs.has(name))) {
      let size = 0;
      for (const name of names.slice(gone.length).reverse()) {
        size += (await stat(join(this.directory, name))).size;
        if (size > mostBytes && this.find(name)?.state !== 'running') gone.push(name);
      }
    }
    if (gone.length > 0) await this.remove(gone);
  }
}

/** Whether the process that began at that time still runs: numbers of processes come again, surely after a restart of the machine. */
function isAlive(pid: number, startedAt: number): boolean {
  if (startedAt < Date.now() - uptime() * 1000) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
