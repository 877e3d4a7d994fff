import { type ConfigMap, isMap, type Value } from '../value/value.ts';

/**
 * Values that only a run tells. Each stands in a config as a text of its own that no file holds, so that Digdag's rules of merging hold for it as
 * for any other value.
 */
export class Unknowns {
  readonly #names: string[] = [];

  /** @param name what a person knows it by: `td.last_results` */
  make(name: string): string {
    this.#names.push(name);
    return `${mark}${this.#names.length - 1}`;
  }

  /** The name of an unknown value; undefined of every other. */
  nameOf(value: Value | undefined): string | undefined {
    if (typeof value !== 'string' || !value.startsWith(mark)) return undefined;
    return this.#names[Number(value.slice(mark.length))];
  }

  /** The name of the first unknown value in a value. */
  in(value: Value | undefined): string | undefined {
    if (Array.isArray(value)) return first(value, (item) => this.in(item));
    return isMap(value) ? first(value.values(), (item) => this.in(item)) : this.nameOf(value);
  }

  /** What of a path (`td`, `last_results`, `n`) only a run tells: undefined where all that it reads is known. */
  on(path: readonly string[], params: (name: string) => Value | undefined): string | undefined {
    const [root = '', ...members] = path;
    let value = params(root);
    for (const member of members) {
      if (!isMap(value)) return this.nameOf(value);
      value = value.get(member);
    }
    return this.in(value);
  }

  /** A nested map with an unknown value at a path: `td.last_results`. */
  at(path: string): ConfigMap {
    const [last = '', ...outer] = path.split('.').reverse();
    const innermost: ConfigMap = new Map([[last, this.make(path)]]);
    return outer.reduce<ConfigMap>((inner, name) => new Map([[name, inner]]), innermost);
  }
}

/** No text of a file has a NUL, and none that is written with escapes goes on like this. */
const mark = '\0\0digkit unknown ';

function first<T>(items: Iterable<T>, find: (item: T) => string | undefined): string | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
