import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Digdag's local secrets (LocalSecretStoreManager): one file a key in `<config home>/secrets`, read whole. `given` come first: `secrets.KEY`
 * lines of a config file, or what a face keeps itself.
 */
export function localSecrets(
  env: Environment,
  given: ReadonlyMap<string, string>,
): (key: string) => string | undefined {
  const directory = join(configHome(env), 'secrets');
  return (key) => given.get(key) ?? readSecret(directory, key);
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
