import { fillSecrets } from '../text/secretTemplate.ts';

/** The secrets that a task may read: Digdag's local store, or what the person of a preview filled in. */
export interface Secrets {
  /** The secret's value, `undefined` where it is not set. */
  get(key: string): string | undefined;
}

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

  fill(text: string): string {
    return fillSecrets(text, (key) => this.optional(key));
  }
}
