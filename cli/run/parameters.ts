import { readFileSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import type { FileSystem } from '../../core/project/fileSystem.ts';
import { readParamsFile, setDotted, withNamedParams } from '../../core/project/givenParams.ts';
import { readProperties } from '../../core/text/javaProperties.ts';
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

/** Digdag's Arguments.loadParams: `params.*` of its configuration, then the file of -P, then -p. Values of -p and -X are texts. */
export function readGiven(options: GivenOptions): Given {
  const system = systemProperties(options);
  let params: ConfigMap = new Map();
  for (const [key, value] of startingWith(system, 'params.')) params = orStop(setDotted(params, key, value));
  if (options.paramsFile !== undefined) params = mergeMaps(params, paramsFile(options, options.paramsFile));
  params = orStop(withNamedParams(params, pairs(options.param, 'Parameter -p')));
  const settings = new Map([...system].filter(([key]) => /^(?:config|param_server)\./.test(key)));
  return { params, secrets: startingWith(system, 'secrets.'), system: settings };
}

/** What is not of that form is refused in the words of Digdag's option library. */
function pairs(values: readonly string[], option: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const value of values) {
    const equals = value.indexOf('=');
    if (equals < 0) throw new StartError(`${option} expected a value of the form a=b but got:${value}`);
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
  const { missing, kind, message, place } = params;
  throw missing ? new StartError(name, kind) : new StartError(message, kind, [], place);
}

/**
 * Digdag's configuration (Command.loadSystemProperties), the later of equal keys winning: its own config file, the variable DIGDAG_CONFIG, -X, and
 * the file of -c, which is read in place of its own.
 */
function systemProperties({ config, directory, env, system }: GivenOptions): ReadonlyMap<string, string> {
  const own = config === undefined ? propertiesFile(join(configHome(env), 'config')) : undefined;
  const named = config === undefined ? undefined : propertiesFile(resolve(directory, config));
  if (config !== undefined && !named) throw new StartError(resolve(directory, config), 'no such file');
  const variable = readProperties(env.DIGDAG_CONFIG ?? '');
  return new Map([...(own ?? []), ...variable, ...pairs(system, 'Dynamic parameter'), ...(named ?? [])]);
}

/** Undefined where there is no such file. Java reads its bytes as ISO 8859-1. */
function propertiesFile(path: string): ReadonlyMap<string, string> | undefined {
  try {
    return readProperties(readFileSync(path, 'latin1'));
  } catch {
    return undefined;
  }
}
