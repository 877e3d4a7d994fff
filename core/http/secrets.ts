import { configError, DigdagError } from '../text/digdagError.ts';

/** The secrets that a task may read: Digdag's local store, or what the person of a preview filled in. */
export interface Secrets {
  /** The secret's value, `undefined` where it is not set. */
  get(key: string): string | undefined;
}

const template = /\$\{([\s\S]*?):([\s\S]+?)\}/g;

/** Fills `${secret:key}` in and remembers which values it gave out, so that they can be masked wherever the request is shown. */
export class SecretReader {
  private readonly used = new Set<string>();

  constructor(private readonly secrets: Secrets) {}

  /** The values that were read so far. */
  get values(): readonly string[] {
    return [...this.used];
  }

  optional(key: string): string | undefined {
    const value = this.secrets.get(key);
    if (value !== undefined) this.used.add(value);
    return value;
  }

  /** UserSecretTemplate.format: every `${…:…}` must be one of a secret. */
  fill(text: string): string {
    for (const match of text.matchAll(template)) {
      if (match[1]?.trim() !== 'secret') throw configError(`Invalid parametrization: '${match[0]}'`);
    }
    return text.replace(template, (_match, _command: string, key: string) => this.required(key.trim()));
  }

  private required(key: string): string {
    const value = this.optional(key);
    if (value === undefined) throw new DigdagError(`Secret not found for key: '${key}'`, 'secret not found');
    return value;
  }
}

/** The keys that `${secret:…}` names in a text. */
export function secretKeys(text: string): string[] {
  const matches = [...text.matchAll(template)].filter((match) => match[1]?.trim() === 'secret');
  return matches.map((match) => match[2]?.trim() ?? '');
}

/** UserSecretTemplate.containsSecrets: a URL that does is shown as `http://***`. */
export function containsSecrets(text: string): boolean {
  return text.search(template) >= 0;
}
