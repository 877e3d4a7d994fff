import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const prefix = 'DIGKIT_SECRET_';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Digdag's local secrets (LocalSecretStoreManager): one file a key in `<config home>/secrets`, read whole. `given` come first: `secrets.KEY`
 * lines of a config file, or what an editor keeps (editorSecrets.ts); then variables, for those that have no editor and no store of their
 * own, as a CI has: `DIGKIT_SECRET_PG_PASSWORD` for `pg.password`.
 */
export function localSecrets(
  env: Environment,
  given: ReadonlyMap<string, string>,
  variables: ReadonlyMap<string, string> = new Map(),
): (key: string) => string | undefined {
  const directory = join(configHome(env), 'secrets');
  return (key) => given.get(key) ?? variables.get(variableOf(key)) ?? readSecret(directory, key);
}

/** The variables that bring a secret each, by name: `DIGKIT_SECRET_PG_PASSWORD` is `pg.password`. */
export function secretVariables(env: Environment): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(env).flatMap(([name, value]) =>
      name.startsWith(prefix) && value !== undefined ? [[name, value]] : [],
    ),
  );
}

/** The environment of the tasks: without the variables that bring secrets. */
export function withoutSecrets(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith(prefix)));
}

/** The variable that brings a secret. */
export function variableOf(key: string): string {
  return `${prefix}${key.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_')}`;
}

/** ConfigUtil.digdagConfigHome */
export function configHome(env: Environment): string {
  if (env.DIGDAG_CONFIG_HOME) return env.DIGDAG_CONFIG_HOME;
  return join(env.XDG_CONFIG_HOME || join(homedir(), '.config'), 'digdag');
}

function readSecret(directory: string, key: string): string | undefined {
  if (key.split(/[\\/]/).some((part) => part === '..' || part === '')) return undefined;
  try {
    return readFileSync(join(directory, key), 'utf8');
  } catch {
    return undefined; // not set, or not ours to read: the task says which secret is missing
  }
}
