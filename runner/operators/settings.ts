import { getBoolean, getText } from '../../core/value/typed.ts';
import type { ConfigMap } from '../../core/value/value.ts';
import { orThrow } from './config.ts';
import { OperatorError, type Secrets } from './operator.ts';

/** Settings of an operator that secrets below its name replace: `pg.host` comes before `host`. */
export class Settings {
  constructor(
    readonly params: ConfigMap,
    readonly secrets: Secrets,
    /** `pg`, `mail` */
    readonly section: string,
  ) {}

  secret(key: string): string | undefined {
    return this.secrets.get(`${this.section}.${key}`);
  }

  text(key: string): string {
    return this.secret(key) ?? orThrow(getText(this.params, key));
  }

  boolean(key: string, fallback: boolean): boolean {
    const secret = this.secret(key);
    return secret === undefined ? orThrow(getBoolean(this.params, key, fallback)) : secret.toLowerCase() === 'true';
  }

  /** Of the secret only. */
  secretInteger(key: string): number | undefined {
    const secret = this.secret(key);
    if (secret === undefined || /^[+-]?\d{1,10}$/.test(secret))
      return secret === undefined ? undefined : Number(secret);
    throw new OperatorError(`For input string: "${secret}"`, { kind: 'number format' });
  }
}

export function missingSecret(key: string): OperatorError {
  return new OperatorError(`Secret not found for key: '${key}'`, { kind: 'secret not found' });
}
