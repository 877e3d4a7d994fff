import { type ConfigMap, isMap, type Value } from '../../value/value.ts';
import type { Evaluator } from '../evaluate.ts';
import { type Evaluation, failed } from '../evaluation.ts';
import { evaluationKey } from '../evaluationKey.ts';
import { isGlobal } from '../names.ts';
import { needsOf } from '../needs.ts';
import { hasTemplate, scan } from '../scan.ts';
import type { Variable } from './variable.ts';

/** The names that a text reads; undefined where it may read all. */
type Reads = ReadonlySet<string> | undefined;

/**
 * What texts of tasks become for the chosen session, as far as it is known before a run. Of the variables only those count that a text reads, itself or
 * through the values of others, and what was computed once is kept: a thousand tasks of a file mostly ask the same. Made for one request: the clock
 * stands still in what is kept.
 */
export class Resolver {
  readonly #known = new Map<string, Promise<Evaluation<string>>>();
  readonly #reads = new Map<string, Reads>();

  constructor(
    readonly evaluator: Evaluator,
    readonly signal?: AbortSignal,
  ) {}

  /** @param variables as `variablesAt` tells them, for the place of the text */
  resolve(text: string, variables: ReadonlyMap<string, Variable>): Promise<Evaluation<string>> {
    const params = this.#paramsFor(text, variables);
    const key = evaluationKey(text, params);
    const known = this.#known.get(key) ?? this.#evaluate(text, params);
    this.#known.set(key, known);
    return known;
  }

  /** Digdag first evaluates exported values in the order of the parameters, so that a text sees what stands before it evaluated. */
  async #evaluate(text: string, params: ConfigMap): Promise<Evaluation<string>> {
    const above: ConfigMap = new Map();
    for (const [name, value] of params) {
      const evaluated = await this.evaluator.value(value, params, above, this.signal);
      if (evaluated.ok) above.set(name, evaluated.value);
      else if (evaluated.error.kind === 'cancelled') return failed(evaluated.error);
    }
    return this.evaluator.template(text, new Map([...params, ...above]), this.signal);
  }

  /** The parameters that decide what a text becomes, in their order; what only a run tells is not among them. */
  #paramsFor(text: string, variables: ReadonlyMap<string, Variable>): ConfigMap {
    const wanted = new Set(['timezone']);
    let everything = false;
    const read = (one: string): void => {
      const names = this.#readsOf(one);
      everything ||= names === undefined;
      for (const name of names ?? []) {
        if (wanted.has(name)) continue;
        wanted.add(name);
        for (const more of templatesIn(variables.get(name)?.value)) read(more);
      }
    };
    read(text);
    const params: ConfigMap = new Map();
    for (const [name, { value }] of variables) {
      // a parameter with the name of something that the engine defines changes how it works
      if (value !== undefined && (everything || wanted.has(name) || isGlobal(name))) params.set(name, value);
    }
    return params;
  }

  #readsOf(text: string): Reads {
    if (this.#reads.has(text)) return this.#reads.get(text);
    const reads = readsOf(text);
    this.#reads.set(text, reads);
    return reads;
  }
}

function readsOf(text: string): Reads {
  const names = new Set<string>();
  for (const part of scan(text).parts) {
    if (part.kind !== 'expression') continue;
    const { paths, everything } = needsOf(part.script);
    if (everything) return undefined;
    for (const [name = ''] of paths) names.add(name);
  }
  return names;
}

function* templatesIn(value: Value | undefined): Generator<string> {
  if (typeof value === 'string') {
    if (hasTemplate(value)) yield value;
  } else if (Array.isArray(value)) {
    for (const item of value) yield* templatesIn(item);
  } else if (isMap(value)) {
    for (const item of value.values()) yield* templatesIn(item);
  }
}
