import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseJson } from '../core/value/parseJson.ts';
import { isMap } from '../core/value/value.ts';

/** Entries are kept for so long (ParamServerClient.DEFAULT_TTL_IN_SEC: 90 days), in milliseconds. */
const lifetime = 90 * 24 * 60 * 60 * 1000;

interface Entry {
  readonly value: string;
  /** Milliseconds since 1970. */
  readonly until: number;
}

/** What `param_set>` keeps for `param_get>` of any workflow of a project: `.digdag/params.json`, for its user alone. */
export class ParameterStore {
  readonly #directory: string;

  constructor(projectDirectory: string) {
    this.#directory = join(projectDirectory, '.digdag');
  }

  /** Undefined where nothing was kept, or too long ago. */
  get(key: string): string | undefined {
    return this.#read().get(key)?.value;
  }

  /** Keeps all of these or, where the process is killed meanwhile, none. */
  set(values: ReadonlyMap<string, string>): void {
    const entries = this.#read();
    const until = Date.now() + lifetime;
    for (const [key, value] of values) entries.set(key, { value, until });
    mkdirSync(this.#directory, { recursive: true });
    const temporary = `${this.#path}.${process.pid}`;
    writeFileSync(temporary, `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`, { mode: 0o600 });
    renameSync(temporary, this.#path);
  }

  get #path(): string {
    return join(this.#directory, 'params.json');
  }

  #read(): Map<string, Entry> {
    const entries = new Map<string, Entry>();
    const kept = parseJson(readText(this.#path));
    for (const [key, entry] of isMap(kept) ? kept : []) {
      const [value, until] = isMap(entry) ? [entry.get('value'), entry.get('until')] : [];
      if (typeof value === 'string' && typeof until === 'number' && until > Date.now())
        entries.set(key, { value, until });
    }
    return entries;
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '{}'; // nothing was kept yet
  }
}
