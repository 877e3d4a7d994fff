import type { FileSystem } from '../core/project/fileSystem.ts';
import { loadFile } from '../core/project/load.ts';
import { toMap } from '../core/project/located.ts';
import { type ConfigMap, isMap } from '../core/value/value.ts';
import { type Operator, OperatorError } from './operators/operator.ts';
import { StartError } from './startError.ts';

/** What a simulated task does instead of calling its operator. */
interface Simulated {
  readonly store?: ConfigMap;
  readonly export?: ConfigMap;
  /** It prints this. */
  readonly output?: string;
  /** It fails with this message. */
  readonly fail?: string;
}

/**
 * Tasks that are treated as done, with what a file says of them: by operator (`td>`), or by the end of a task's full name (`+load`), which comes first.
 * Operators of services are simulated even where the file does not name them: nothing else could become of them here.
 */
export class Simulation {
  private constructor(readonly entries: ReadonlyMap<string, Simulated>) {}

  /** @throws StartError that says what is wrong with the file */
  static read(files: FileSystem, path: string): Simulation {
    const loaded = files.kind(path) === 'file' ? loadFile(files, path) : undefined;
    if (!loaded) throw new StartError(path, 'no such file');
    const [error] = loaded.errors;
    if (error || !loaded.config) throw new StartError(`${path}: ${error?.message ?? 'it holds no mapping'}`);
    return Simulation.of(toMap(loaded.config), path);
  }

  static of(config: ConfigMap, path: string): Simulation {
    const entries = new Map<string, Simulated>();
    for (const [name, value] of config) {
      if (!/^\+.|.>$/.test(name)) {
        throw new StartError(`${path}: '${name}' is neither an operator (td>) nor a task (+name)`);
      }
      entries.set(name, simulated(value === null ? new Map() : value, `${path}: ${name}`));
    }
    return new Simulation(entries);
  }

  /**
   * What runs in an operator's place; undefined where the operator itself is to run.
   * @param here whether the operator runs on this machine
   */
  operatorFor(task: string, operator: string, here: boolean): Operator | undefined {
    const named = [...this.entries].filter(([name]) => name.startsWith('+') && task.endsWith(name));
    const [longest] = named.sort(([one], [other]) => other.length - one.length);
    const entry = longest?.[1] ?? this.entries.get(`${operator}>`);
    return entry || !here ? stand(entry ?? {}, operator) : undefined;
  }
}

function stand({ store, export: exported, output, fail }: Simulated, name: string): Operator {
  return {
    retries: true,
    async run(context) {
      context.log('warn', `simulated: ${name}> was not called`);
      if (output !== undefined) await context.output(`${output}\n`);
      if (fail !== undefined) throw new OperatorError(fail);
      return { ...(store ? { stores: store } : {}), ...(exported ? { exports: exported } : {}) };
    },
  };
}

function simulated(value: unknown, where: string): Simulated {
  if (!(value instanceof Map)) throw new StartError(`${where} must be a mapping: store, export, output, fail`);
  const config: ConfigMap = value;
  const unknown = [...config.keys()].filter((key) => !['store', 'export', 'output', 'fail'].includes(key));
  if (unknown.length > 0) {
    throw new StartError(`${where}: '${unknown.join("', '")}' is unknown; there are store, export, output and fail`);
  }
  const map = (key: 'store' | 'export'): Pick<Simulated, typeof key> => {
    const found = config.get(key) ?? null;
    if (found === null) return {};
    if (!isMap(found)) throw new StartError(`${where}: '${key}' must be a mapping of names to values`);
    return { [key]: found };
  };
  const text = (key: 'output' | 'fail'): Pick<Simulated, typeof key> => {
    const found = config.get(key) ?? null;
    if (found === null) return {};
    if (typeof found !== 'string') throw new StartError(`${where}: '${key}' must be a text`);
    return { [key]: found };
  };
  return { ...map('store'), ...map('export'), ...text('output'), ...text('fail') };
}
