import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Digdag's local secrets (LocalSecretStoreManager): one file a key in `<config home>/secrets`, read whole. `given` come first: `secrets.KEY`
 * lines of a config file, or what a face keeps itself; then variables, `DIGKIT_SECRET_PG_PASSWORD` for `pg.password`.
 */
export function localSecrets(
  env: Environment,
  given: ReadonlyMap<string, string>,
  variables: ReadonlyMap<string, string> = new Map(),
): (key: string) => string | undefined {
  const directory = join(configHome(env), 'secrets');
  return (key) => given.get(key) ?? variables.get(variableOf(key)) ?? readSecret(directory, key);
}

function variableOf(key: string): string {
  return `DIGKIT_SECRET_${key.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_')}`;
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
