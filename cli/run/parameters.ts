import { readFileSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import type { FileSystem } from '../../core/project/fileSystem.ts';
import { readParamsFile, setDotted, withNamedParams } from '../../core/project/givenParams.ts';
import { mergeMaps } from '../../core/value/merge.ts';
import { ConfigError } from '../../core/value/typed.ts';
import type { ConfigMap } from '../../core/value/value.ts';
import { configHome } from '../../runner/secrets/localSecrets.ts';
import { StartError } from '../../runner/startError.ts';

/** What the options and the config file say about parameters and secrets. */
export interface Given {
  readonly params: ConfigMap;
  readonly secrets: ReadonlyMap<string, string>;
  /** What begins with `config.` or `param_server.`: settings of operators. */
  readonly system: ReadonlyMap<string, string>;
}

export interface GivenOptions {
  /** `-p key=value`, in order. */
  readonly param: readonly string[];
  /** `-P file` */
  readonly paramsFile?: string;
  /** `-X key=value`, in order. */
  readonly system: readonly string[];
  /** `-c file` */
  readonly config?: string;
  readonly directory: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly files: FileSystem;
}

/** Digdag's Arguments.loadParams: `params.*` of the config file and of -X, then the file of -P, then -p. Values of -p and -X are texts. */
export function readGiven(options: GivenOptions): Given {
  const system = new Map([...configFile(options), ...pairs(options.system, '-X')]);
  let params: ConfigMap = new Map();
  for (const [key, value] of startingWith(system, 'params.')) params = orStop(setDotted(params, key, value));
  if (options.paramsFile !== undefined) params = mergeMaps(params, paramsFile(options, options.paramsFile));
  params = orStop(withNamedParams(params, pairs(options.param, '-p')));
  const settings = new Map([...system].filter(([key]) => /^(?:config|param_server)\./.test(key)));
  return { params, secrets: startingWith(system, 'secrets.'), system: settings };
}

function pairs(values: readonly string[], option: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const value of values) {
    const equals = value.indexOf('=');
    if (equals < 0) throw new StartError(`Parameter ${option} expected a value of the form a=b but got:${value}`);
    found.set(value.slice(0, equals), value.slice(equals + 1));
  }
  return found;
}

function startingWith(map: ReadonlyMap<string, string>, prefix: string): Map<string, string> {
  const found = [...map].filter(([key]) => key.startsWith(prefix));
  return new Map(found.map(([key, value]) => [key.slice(prefix.length), value]));
}

/** The value, or Digdag's ConfigException as what stops the start. */
function orStop(params: ConfigMap | ConfigError): ConfigMap {
  if (params instanceof ConfigError) throw new StartError(params.message, 'config');
  return params;
}

function paramsFile({ files, directory }: GivenOptions, name: string): ConfigMap {
  const params = readParamsFile(files, isAbsolute(name) ? name : join(directory, name));
  if (params instanceof Map) return params;
  throw params.missing ? new StartError(name, 'no such file') : new StartError(`${name}: ${params.message}`);
}

/** Java properties: of `-c`, or Digdag's own config file where there is one. */
function configFile({ config, directory, env }: GivenOptions): Map<string, string> {
  const path = config === undefined ? join(configHome(env), 'config') : resolve(directory, config);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    if (config === undefined) return new Map();
    throw new StartError(config, 'no such file');
  }
  const entries = text.split(/\r\n|\r|\n/).flatMap((line) => {
    const parts = /^\s*([^#!\s=:][^\s=:]*)\s*[=:\s]\s*(.*)$/.exec(line);
    return parts ? [[parts[1] ?? '', parts[2] ?? ''] as const] : [];
  });
  return new Map(entries);
}
