import type { SecretStorage } from 'vscode';

/**
 * The secrets of projects in VS Code's SecretStorage, which encrypts them: runs and previews of a project see the same. One entry holds all
 * secrets of a project, because SecretStorage cannot list its keys.
 */
export class ProjectSecrets {
  /** Changes of this window, one after another: each reads what is there and writes it back. */
  #changes: Promise<void> = Promise.resolve();

  constructor(private readonly storage: Pick<SecretStorage, 'get' | 'store' | 'delete'>) {}

  /** @param project the project's directory */
  async all(project: string): Promise<ReadonlyMap<string, string>> {
    const stored = await this.storage.get(keyOf(project));
    return new Map(stored === undefined ? [] : readEntries(stored));
  }

  async names(project: string): Promise<readonly string[]> {
    return [...(await this.all(project)).keys()].sort();
  }

  async get(project: string, name: string): Promise<string | undefined> {
    return (await this.all(project)).get(name);
  }

  set(project: string, name: string, value: string): Promise<void> {
    return this.#change(project, (secrets) => secrets.set(name, value));
  }

  delete(project: string, name: string): Promise<void> {
    return this.#change(project, (secrets) => secrets.delete(name));
  }

  #change(project: string, change: (secrets: Map<string, string>) => unknown): Promise<void> {
    const apply = async (): Promise<void> => {
      const secrets = new Map(await this.all(project));
      change(secrets);
      if (secrets.size === 0) await this.storage.delete(keyOf(project));
      else await this.storage.store(keyOf(project), JSON.stringify([...secrets]));
    };
    const changed = this.#changes.then(apply);
    // A change that failed is its caller's to tell; the next one starts from what is stored.
    this.#changes = changed.catch(() => {});
    return changed;
  }
}

function keyOf(project: string): string {
  return `digkit.secrets:${project}`;
}

/** What an older or newer Digkit may have stored: anything else counts as nothing. */
function readEntries(stored: string): [string, string][] {
  const entries: unknown = parsed(stored);
  if (!Array.isArray(entries)) return [];
  return entries.filter(
    (entry): entry is [string, string] =>
      Array.isArray(entry) && entry.length === 2 && entry.every((part) => typeof part === 'string'),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
