import { toJson } from '../../core/value/json.ts';
import { type ConfigMap, isMap } from '../../core/value/value.ts';
import { configError, OperatorError, type Secrets } from '../operators/operator.ts';

/** The secrets that one task sees (DefaultSecretProvider): keys mounted elsewhere by its `_secrets` are looked up there. */
export class TaskSecrets implements Secrets {
  readonly #used = new Set<string>();

  constructor(
    readonly mounts: ConfigMap,
    readonly lookUp: (key: string) => string | undefined,
  ) {}

  get used(): ReadonlySet<string> {
    return this.#used;
  }

  get(key: string): string | undefined {
    if (key === '' || key.includes('*') || key.split('.').includes('')) {
      throw new OperatorError(`Illegal key: '${key}'`, { kind: 'illegal argument' });
    }
    const value = this.lookUp(remounted(this.mounts, key));
    if (value !== undefined) this.#used.add(value);
    return value;
  }
}

function remounted(mounts: ConfigMap, key: string): string {
  const segments = key.split('.');
  let scope = mounts;
  for (const [index, segment] of segments.entries()) {
    const mount = scope.get(segment);
    if (mount === undefined) return key;
    if (typeof mount === 'string') return [...mount.split('.'), ...segments.slice(index + 1)].join('.');
    if (mount === true) return key;
    if (!isMap(mount)) throw configError(`Illegal value in _secrets: ${toJson(mount)}`);
    scope = mount;
  }
  return key;
}
