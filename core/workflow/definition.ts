import { type Located, LocatedEntry, LocatedMap, LocatedScalar, toValue } from '../project/located.ts';
import { parseZoneId } from '../time/zone.ts';
import { trimJava } from '../value/javaText.ts';
import { asText, optionalOf, unexpected } from '../value/typed.ts';
import type { Problem, ProblemKind, Refusal } from './problem.ts';
import { topTaskNameFaults, workflowNameFaults } from './taskName.ts';

/** A file as io.digdag.core.archive.WorkflowFile reads it: its time zone, and what is left for the compiler. */
export interface Definition {
  /** A zone id; `UTC` also where the file's own is refused. */
  readonly timezone: string;
  /** `_export` first, then the other top-level keys in Digdag's order, then the tasks in file order. */
  readonly config: LocatedMap;
  readonly problems: readonly Problem[];
  readonly refusal: Refusal | undefined;
}

/** Digdag's order, which is also the order in the root task's config (WorkflowFile.java TOP_LEVEL_CONFIG). */
const topLevelKeys = ['schedule', 'sla', '_error', '_check', '_retry', '_parallel'] as const;

/**
 * Reads the top level of a workflow file, stopping nowhere: what Digdag says first is the refusal, all that is wrong are the problems.
 * @param name the file's path in the project without `.dig`; with a `/` in it, `_workdir` is set as Digdag does for files below the top
 */
export function readDefinition(name: string, file: LocatedMap): Definition {
  return new Reader(name, file).read();
}

class Reader {
  readonly #problems: Problem[] = [];
  readonly #entries = new Map<string, LocatedEntry>();
  #refusal: Refusal | undefined;

  constructor(
    readonly name: string,
    readonly file: LocatedMap,
  ) {}

  read(): Definition {
    const timezone = this.#timezone();
    this.#export();
    this.#takeKnownKeys();
    this.#unknownKeys();
    this.#names();
    this.#workdir();
    const { path, start, end, node } = this.file;
    const config = new LocatedMap(this.#entries, path, start, end, node);
    return { timezone, config, problems: this.#problems, refusal: this.#refusal };
  }

  /** WorkflowFile.java:78 */
  #timezone(): string {
    const entry = this.file.entries.get('timezone');
    if (!entry || isNull(entry.value)) return 'UTC';
    const value = toValue(entry.value);
    const id = typeof value === 'string' ? trimJava(value) : undefined;
    if (id === '') return 'UTC';
    const zone = id === undefined ? undefined : parseZoneId(id);
    if (zone?.ok) return zone.id;
    const message = unexpected(optionalOf('java.time.ZoneId'), 'timezone', value).message;
    this.#refuse(message);
    this.#problem('timezone', message.replace(/\[reference.*?>\]/, 'ZoneId'), entry, entry.value);
    return 'UTC';
  }

  #export(): void {
    const entry = this.file.entries.get('_export');
    if (!entry || isNull(entry.value)) return;
    if (entry.value.kind === 'map') {
      if (entry.value.entries.size > 0) this.#entries.set('_export', entry);
      return;
    }
    const message = "Parameter '_export' must be an object";
    this.#refuse(message);
    this.#problem('export-not-a-map', message, entry, entry.value);
  }

  #takeKnownKeys(): void {
    const known = topLevelKeys.map((key) => this.file.entries.get(key)).filter((entry) => entry !== undefined);
    const tasks = [...this.file.entries.values()].filter(({ key }) => key.startsWith('+'));
    for (const entry of [...known, ...tasks]) {
      this.#entries.set(entry.key, entry);
      if (!isNull(entry.value)) continue;
      const message = `Parameter '${entry.key}' is required but null`;
      this.#refuse(message);
      this.#problem('top-level-null', message, entry);
    }
  }

  #unknownKeys(): void {
    const known = new Set<string>(['timezone', '_export', ...topLevelKeys]);
    const unknown = [...this.file.entries.values()].filter(({ key }) => !key.startsWith('+') && !known.has(key));
    if (unknown.length === 0) return;
    const message = (keys: string): string => `Workflow '${this.name}' includes unknown keys: [${keys}]`;
    this.#refuse(message(unknown.map(({ key }) => key).join(', ')));
    for (const entry of unknown) this.#problem('top-level-key', message(entry.key), entry);
  }

  /** WorkflowFile.check: all names are looked at, then one error tells them all. */
  #names(): void {
    const lines: string[] = [];
    for (const [key, entry] of this.#entries) {
      const faults = key.startsWith('+') ? topTaskNameFaults(key) : [];
      for (const fault of faults) lines.push(`task name ${fault}: "${key}"`);
      if (faults[0] !== undefined) this.#problem('task-name', `task name ${faults[0]}: "${key}"`, entry);
    }
    for (const fault of workflowNameFaults(this.name)) {
      const message = `name ${fault}: "${this.name}"`;
      lines.push(message);
      this.#problem('workflow-name', message, null);
    }
    if (lines.length > 0) this.#refuse(`Validating workflow failed\n${lines.join('\n')}`, 'ModelValidationException');
  }

  /** WorkflowFile.setBaseWorkdir: a file in a folder exports that folder as `_workdir`, before its own one. */
  #workdir(): void {
    const slash = this.name.lastIndexOf('/');
    if (slash < 0) return;
    const base = this.name.slice(0, slash);
    const written = this.#entries.get('_export');
    const exported = written?.value.kind === 'map' ? written.value : this.file;
    const { path, start, end } = exported;
    const inside = new Map(exported === this.file ? [] : exported.entries);
    const own = inside.get('_workdir');
    const ownText = own && !isNull(own.value) ? this.#text('_workdir', own) : undefined;
    const workdir = ownText === undefined ? base : `${base}/${ownText}`;
    inside.set(
      '_workdir',
      new LocatedEntry('_workdir', path, start, start, new LocatedScalar(workdir, path, start, start)),
    );
    const value = new LocatedMap(inside, path, start, end);
    const entry = new LocatedEntry('_export', path, written?.keyStart ?? start, written?.keyEnd ?? start, value);
    const rest = [...this.#entries].filter(([key]) => key !== '_export');
    this.#entries.clear();
    this.#entries.set('_export', entry);
    for (const [key, other] of rest) this.#entries.set(key, other);
  }

  #text(key: string, entry: LocatedEntry): string | undefined {
    const value = toValue(entry.value);
    const text = asText(value);
    if (text !== undefined) return text;
    const message = unexpected(optionalOf('java.lang.String'), key, value).message;
    this.#refuse(message);
    this.#problem('workdir', message.replace(/\[reference.*?>\]/, 'string type'), entry, entry.value);
    return undefined;
  }

  #refuse(message: string, java = 'ConfigException'): void {
    this.#refusal ??= { stage: 'workflow', java, message };
  }

  #problem(kind: ProblemKind, message: string, entry: LocatedEntry | null, place: Located | null = null): void {
    const fileStart = { path: this.file.path, start: 0, end: 0 };
    const { path, start, end } = place?.place ?? entry?.keyPlace ?? fileStart;
    this.#problems.push({ kind, message, early: true, node: null, entry, suggestions: [], path, start, end });
  }
}

function isNull(value: Located): boolean {
  return value.kind === 'scalar' && value.value === null;
}
