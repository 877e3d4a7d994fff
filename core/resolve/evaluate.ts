import type { Evaluator } from '../expressions/evaluate.ts';
import { evaluationKey } from '../expressions/evaluationKey.ts';
import { type Needs, needsOf } from '../expressions/needs.ts';
import { type ExpressionPart, hasTemplate, type Part, scan } from '../expressions/scan.ts';
import { type ConfigMap, isMap, type Value } from '../value/value.ts';
import { staysWhole } from '../workflow/bodyKeys.ts';
import type { Shown } from './shown.ts';
import type { Unknowns } from './unknowns.ts';

/** A config evaluated as far as it is known. */
export interface PartlyEvaluated {
  /** What other values see of it: where it is not known there stands an unknown value. */
  readonly params: ConfigMap;
  readonly shown: ReadonlyMap<string, Shown>;
}

/** A value that is not known, or wrong, is told apart by `unknown` and `error`. */
interface Text {
  readonly text: string;
  readonly unknown?: string;
  readonly error?: string;
}

/** Stands around the number of an expression that was taken out; no file holds it. */
const hole = '\u0001';

/**
 * Evaluates configs as Digdag's ConfigEvalEngine (see Evaluator.config), but goes on behind errors, and around what only a run tells: an expression
 * that depends on it stays as it is written.
 */
export class PartialEvaluator {
  readonly #known = new Map<string, Promise<Text>>();
  readonly #needs = new Map<string, Needs>();

  /** @param mayBeStored whether code that cannot be looked into may have defined a name */
  constructor(
    private readonly evaluator: Evaluator,
    private readonly unknowns: Unknowns,
    private readonly mayBeStored: () => boolean,
    private readonly signal: AbortSignal | undefined,
  ) {}

  async config(config: ConfigMap, params: ConfigMap): Promise<PartlyEvaluated> {
    const built: ConfigMap = new Map();
    const shown = new Map<string, Shown>();
    for (const [key, value] of config) {
      if (staysWhole(key)) {
        built.set(key, value);
        continue;
      }
      const [seen, show] = await this.#value(value, params, built);
      built.set(key, seen);
      shown.set(key, show);
    }
    return { params: built, shown };
  }

  async #value(value: Value, params: ConfigMap, above: ConfigMap): Promise<[Value, Shown]> {
    const name = this.unknowns.nameOf(value);
    if (name !== undefined) return [value, { kind: 'scalar', value: `\${${name}}`, unknown: name }];
    if (typeof value === 'string') return this.#text(value, params, above);
    if (isMap(value)) {
      const { params: inner, shown } = await this.config(value, params);
      return [inner, { kind: 'map', entries: shown }];
    }
    if (!Array.isArray(value)) return [value, { kind: 'scalar', value }];
    const items: [Value, Shown][] = [];
    for (const item of value) items.push(await this.#value(item, params, above));
    return [items.map(([seen]) => seen), { kind: 'list', items: items.map(([, shown]) => shown) }];
  }

  async #text(written: string, params: ConfigMap, above: ConfigMap): Promise<[Value, Shown]> {
    const { text, unknown, error } = await this.#evaluated(written, params, above);
    const seen = unknown === undefined ? text : this.unknowns.make(unknown);
    return [
      seen,
      {
        kind: 'scalar',
        value: text,
        ...(unknown !== undefined && { unknown }),
        ...(error !== undefined && { error }),
      },
    ];
  }

  async #evaluated(text: string, params: ConfigMap, above: ConfigMap): Promise<Text> {
    if (!hasTemplate(text)) return { text };
    const get = (name: string): Value | undefined => (above.has(name) ? above.get(name) : params.get(name));
    const { parts } = scan(text);
    const reasons = new Map<Part, string>();
    for (const part of parts) {
      const reason = part.kind === 'expression' ? this.#unknownIn(part, get) : undefined;
      if (reason !== undefined) reasons.set(part, reason);
    }
    const key = this.#keyOf(text, parts, params, get);
    const make = () => this.#run(text, parts, reasons, params, above);
    if (key === undefined) return make();
    const known = this.#known.get(key) ?? make();
    this.#known.set(key, known);
    return known;
  }

  /** What of an expression only a run tells. */
  #unknownIn({ script }: ExpressionPart, get: (name: string) => Value | undefined): string | undefined {
    const { paths, everything, changing } = this.#needsOf(script);
    for (const path of paths) {
      const name = this.unknowns.on(path, get);
      if (name !== undefined) return name;
    }
    if (changing) return 'the time of the run';
    return everything ? 'this' : undefined;
  }

  /** Expressions that stay are taken out before the others are evaluated together, and put back. */
  async #run(
    text: string,
    parts: readonly Part[],
    reasons: ReadonlyMap<Part, string>,
    params: ConfigMap,
    above: ConfigMap,
  ): Promise<Text> {
    const kept = [...reasons.keys()].map(({ start, end }) => text.slice(start, end));
    let place = 0;
    const masked = parts
      .map((part) => (reasons.has(part) ? `${hole}${place++}${hole}` : text.slice(part.start, part.end)))
      .join('');
    const [unknown] = reasons.values();
    const result = await this.evaluator.value(masked, params, above, this.signal);
    const restored = (value: string): string =>
      value
        .split(hole)
        .map((piece, index) => (index % 2 === 1 ? (kept[Number(piece)] ?? '') : piece))
        .join('');
    if (result.ok) {
      const value = restored(String(result.value));
      return unknown === undefined ? { text: value } : { text: value, unknown };
    }
    const { variable, message } = result.error;
    if (variable !== undefined && this.mayBeStored()) return { text, unknown: variable };
    return { text, error: restored(message) };
  }

  /** Texts that read the same values become the same; undefined where that is not worth to be known. */
  #keyOf(
    text: string,
    parts: readonly Part[],
    params: ConfigMap,
    get: (name: string) => Value | undefined,
  ): string | undefined {
    const scripts = parts.flatMap((part) => (part.kind === 'expression' ? [part.script] : []));
    const needs = scripts.map((script) => this.#needsOf(script));
    if (needs.some(({ everything }) => everything)) return undefined;
    const names = new Set(needs.flatMap(({ paths }) => paths.map(([root = '']) => root)));
    const reads: ConfigMap = new Map([['timezone', params.get('timezone') ?? null]]);
    for (const name of names) {
      const value = get(name);
      if (value !== undefined) reads.set(name, value);
    }
    return `${this.mayBeStored()} ${evaluationKey(text, reads)}`;
  }

  #needsOf(script: string): Needs {
    const known = this.#needs.get(script) ?? needsOf(script);
    this.#needs.set(script, known);
    return known;
  }
}
