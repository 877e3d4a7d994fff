import { parseJson } from '../../../core/value/parseJson.ts';
import { type ConfigMap, isMap, type Value } from '../../../core/value/value.ts';

/**
 * The arguments of a recorded request, as the caller of a typed call would give them. What is missing, of another type or asked for by
 * nobody makes the request one that the typed call cannot send: deliberately malformed.
 */
export class Given {
  readonly #left: Set<string>;
  #isWrong: boolean;

  constructor(private readonly values: ReadonlyMap<string, Value>) {
    this.#left = new Set(values.keys());
    this.#isWrong = false;
  }

  /** Whether everything that was recorded is an argument, and every argument was recorded. */
  get isWhole(): boolean {
    return this.#left.size === 0 && !this.#isWrong;
  }

  has(name: string): boolean {
    return this.values.has(name);
  }

  text(name: string): string {
    return this.optionalText(name) ?? this.#wrong('');
  }

  optionalText(name: string): string | undefined {
    return this.#take(name, (value) => (typeof value === 'string' ? value : undefined));
  }

  /** In a query numbers and flags are texts. */
  integer(name: string): number | undefined {
    return this.#take(name, (value) => {
      const number = typeof value === 'string' ? Number(value) : value;
      return typeof number === 'number' && (number === value || String(number) === value) ? number : undefined;
    });
  }

  optionalFlag(name: string): boolean | undefined {
    return this.#take(name, (value) =>
      value === true || value === 'true' ? true : isFalse(value) ? false : undefined,
    );
  }

  flag(name: string): boolean {
    return this.optionalFlag(name) ?? this.#wrong(false);
  }

  texts(name: string): string[] | undefined {
    return this.#take(name, (value) =>
      (Array.isArray(value) ? value : [value]).map((each) => (typeof each === 'string' ? each : this.#wrong(''))),
    );
  }

  map(name: string): ConfigMap {
    return this.optionalMap(name) ?? this.#wrong(new Map());
  }

  optionalMap(name: string): ConfigMap | undefined {
    return this.#take(name, (value) => (isMap(value) ? value : undefined));
  }

  /** An object inside that has arguments of its own; `use` says whether they are right. */
  inside<T>(name: string, use: (given: Given) => T | undefined): T | undefined {
    return this.#take(name, (value) => {
      const given = isMap(value) ? new Given(value) : undefined;
      const used = given && use(given);
      return given?.isWhole ? used : undefined;
    });
  }

  #take<T>(name: string, read: (value: Value) => T | undefined): T | undefined {
    const value = this.values.get(name);
    if (value === undefined) return undefined;
    this.#left.delete(name);
    const taken = read(value);
    return taken === undefined ? this.#wrong(undefined) : taken;
  }

  #wrong<T>(stand: T): T {
    this.#isWrong = true;
    return stand;
  }
}

function isFalse(value: Value): boolean {
  return value === false || value === 'false';
}

/** The query of a path; a name that comes twice is a list. */
export function givenQuery(path: string): Given {
  const values = new Map<string, Value>();
  for (const [name, value] of new URLSearchParams(queryOf(path))) {
    const before = values.get(name);
    values.set(name, before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value]);
  }
  return new Given(values);
}

function queryOf(path: string): string {
  return path.includes('?') ? path.slice(path.indexOf('?')) : '';
}

/** The object of a JSON body; undefined where it is none. */
export function givenBody(body: string | null): Given | undefined {
  const value = body === null ? undefined : parseJson(body);
  return isMap(value) ? new Given(value) : undefined;
}
