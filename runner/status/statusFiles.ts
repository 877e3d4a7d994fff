import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileSystem } from '../../core/project/fileSystem.ts';
import { toMap } from '../../core/project/located.ts';
import { type ConfigMap, isMap, type Value } from '../../core/value/value.ts';
import { writeYaml } from '../../core/yaml/write.ts';
import type { TaskResult } from '../operators/operator.ts';
import { readYamlMap } from './readYaml.ts';

/** Digdag writes its files once a second: what a group's retry finishes in less is not found by the next round. */
const visibleAfter = 1000;

/** The notes about finished tasks of one session: `<directory>/<full name>.yml`, in the layout of Digdag's ResumeStateManager. */
export class StatusFiles {
  readonly #written = new Map<string, number>();
  /** An earlier run has been there. */
  #used = false;

  constructor(
    readonly directory: string,
    readonly files: FileSystem,
    /** Has to be there: it is never made for the sake of a state. */
    readonly projectDirectory: string,
  ) {}

  /** What the task made when it succeeded; undefined where it did not, or where its file cannot be read. */
  read(fullName: string): TaskResult | undefined {
    const written = this.#written.get(fullName);
    if (written !== undefined && Date.now() - written < visibleAfter) return undefined;
    const state = readMap(this.files, this.#path(fullName));
    if (state?.get('state') !== 'success') return undefined;
    const result = state.get('result');
    if (!isMap(result)) return {};
    const nested = (key: string): ConfigMap => {
      const value = result.get(key);
      return isMap(value) ? value : new Map();
    };
    const resetStores = readKeys(result.get('resetStoreParams'));
    return {
      subtasks: nested('subtaskConfig'),
      exports: nested('exportParams'),
      stores: nested('storeParams'),
      resetStores,
    };
  }

  /** Notes that the task succeeded. The file is there whole or not at all, also where the process is killed meanwhile. */
  write(fullName: string, result: TaskResult): void {
    if (this.#written.size === 0) {
      if (!existsSync(this.projectDirectory)) throw new Error('the project directory is gone');
      this.#used = mkdirSync(this.directory, { recursive: true }) === undefined;
    }
    const path = this.#path(fullName);
    const text = stateText(fullName, result);
    // An earlier run of the session mostly left the same: to replace a file takes some file systems (ext4) milliseconds.
    if (!this.#used || !holds(path, text)) {
      const temporary = `${path}.part`;
      writeFileSync(temporary, text);
      renameSync(temporary, path);
    }
    this.#written.set(fullName, Date.now());
  }

  #path(fullName: string): string {
    return join(this.directory, `${fullName}.yml`);
  }
}

function holds(path: string, text: string): boolean {
  try {
    return readFileSync(path, 'utf8') === text;
  } catch {
    return false;
  }
}

function readMap(files: FileSystem, path: string): ConfigMap | undefined {
  const file = files.kind(path) === 'file' ? files.read(path) : undefined;
  return file && readYamlMap(file.text);
}

function stateText(fullName: string, result: TaskResult): string {
  const head = writeYaml(
    new Map([
      ['fullName', fullName],
      ['state', 'success'],
    ]),
  );
  return head + (isNothing(result) ? textOfNothing : resultText(result));
}

/** What most tasks leave is written once. */
const textOfNothing = resultText({});

function isNothing({ subtasks, exports, stores, resetStores }: TaskResult): boolean {
  return !subtasks && !exports && !stores && !resetStores;
}

function resultText({ subtasks, exports, stores, resetStores }: TaskResult): string {
  const subtaskConfig: ConfigMap = subtasks instanceof Map ? subtasks : subtasks ? toMap(subtasks) : new Map();
  const report: ConfigMap = new Map<string, Value>([
    ['inputs', []],
    ['outputs', []],
  ]);
  const result: ConfigMap = new Map<string, Value>([
    ['subtaskConfig', subtaskConfig],
    ['exportParams', exports ?? new Map()],
    ['resetStoreParams', (resetStores ?? []).map(keyText)],
    ['storeParams', stores ?? new Map()],
    ['report', report],
  ]);
  return writeYaml(new Map([['result', result]]));
}

/** ConfigKey.toString: names that are no plain words are written as JSON texts. */
function keyText(names: readonly string[]): string {
  return names.map((name) => (/^[\w-]+$/.test(name) ? name : JSON.stringify(name))).join('.');
}

function readKeys(value: Value | undefined): string[][] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item) => (typeof item === 'string' ? [item.split('.').map(unquote)] : []));
}

function unquote(name: string): string {
  return name.startsWith('"') && name.endsWith('"') ? name.slice(1, -1) : name;
}
