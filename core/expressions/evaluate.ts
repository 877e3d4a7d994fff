import { parseZone, type Zone } from '../time/zone.ts';
import { toJson } from '../value/json.ts';
import type { ConfigMap, Value } from '../value/value.ts';
import { staysWhole } from '../workflow/bodyKeys.ts';
import type { Engine, EngineRequest } from './engine.ts';
import { type Evaluation, failed, templateError } from './evaluation.ts';
import { evaluatePlainNames } from './plainNames.ts';
import { hasTemplate, scan } from './scan.ts';
import { templateSource } from './source.ts';
import { checkSyntax } from './syntax.ts';

/**
 * Evaluates `${…}` as Digdag's ConfigEvalEngine. The JavaScript engine is loaded when the first text needs it, and stays warm. Nothing throws.
 */
export class Evaluator {
  #engine: Promise<Engine> | undefined;
  #zone: { readonly id: string; readonly zone: Zone } | undefined;

  constructor(readonly loadEngine: () => Promise<Engine>) {}

  /** One text. `params` are the merged parameters of the task; their `timezone` is the engine's zone. */
  async template(text: string, params: ConfigMap, signal?: AbortSignal): Promise<Evaluation<string>> {
    if (!hasTemplate(text)) return { ok: true, value: text };
    const zone = this.#zoneOf(params, text);
    return zone.ok ? this.#evaluate(text, params, zone.value, signal) : zone;
  }

  /**
   * A config: texts in the order of its keys, each seeing the parameters and the keys above it in the same map. Keys, numbers, booleans and nulls
   * stay; `_do` and `_else_do` stay whole (ConfigEvalEngine.evalObjectRecursive).
   */
  async config(config: ConfigMap, params: ConfigMap, signal?: AbortSignal): Promise<Evaluation<ConfigMap>> {
    const built: ConfigMap = new Map();
    for (const [key, value] of config) {
      if (staysWhole(key) || isPlain(value)) {
        built.set(key, value);
        continue;
      }
      const evaluated = await this.value(value, params, built, signal);
      if (!evaluated.ok) return evaluated;
      built.set(key, evaluated.value);
    }
    return { ok: true, value: built };
  }

  /** Frees the engine; the next evaluation would load it again. */
  dispose(): void {
    const engine = this.#engine;
    this.#engine = undefined;
    engine?.then(
      (loaded) => loaded.dispose(),
      () => undefined, // it never came to be: there is nothing to free
    );
  }

  /** One value of a config, with the keys above it already evaluated (`above`); maps inside do not see these. */
  async value(value: Value, params: ConfigMap, above: ConfigMap, signal?: AbortSignal): Promise<Evaluation<Value>> {
    if (typeof value === 'string') return this.#text(value, params, above, signal);
    if (value instanceof Map) return this.config(value, params, signal);
    if (!Array.isArray(value)) return { ok: true, value };
    const items: Value[] = [];
    for (const item of value) {
      const evaluated = await this.value(item, params, above, signal);
      if (!evaluated.ok) return evaluated;
      items.push(evaluated.value);
    }
    return { ok: true, value: items };
  }

  async #text(text: string, params: ConfigMap, above: ConfigMap, signal?: AbortSignal): Promise<Evaluation<string>> {
    if (!hasTemplate(text)) return { ok: true, value: text };
    const zone = this.#zoneOf(params, text);
    return zone.ok ? this.#evaluate(text, new Map([...params, ...above]), zone.value, signal) : zone;
  }

  async #evaluate(text: string, params: ConfigMap, zone: Zone, signal?: AbortSignal): Promise<Evaluation<string>> {
    if (signal?.aborted) return failed({ kind: 'cancelled', message: 'cancelled', text });
    const { parts, leaks } = scan(text);
    const plain = evaluatePlainNames(parts, params);
    if (plain !== undefined) return { ok: true, value: plain };
    const source = templateSource(parts);
    const fault = checkSyntax(parts, source);
    if (fault) return failed(templateError(text, `${fault.name}: ${fault.message}`, fault.offset));
    const engine = await this.#load(text);
    if (!engine.ok) return engine;
    if (signal?.aborted) return failed({ kind: 'cancelled', message: 'cancelled', text });
    const request = { body: source.body, params: toJson(params), zone };
    return this.#run(engine.value, leaks ? { ...request, leaks } : request, text, signal);
  }

  async #run(
    engine: Engine,
    request: EngineRequest,
    text: string,
    signal: AbortSignal | undefined,
  ): Promise<Evaluation<string>> {
    try {
      const result = await engine.run(request, signal);
      if (result.ok) return { ok: true, value: result.text };
      const { kind, message } = result.error;
      return failed(kind === 'javascript' ? templateError(text, message) : { kind, message, text });
    } catch (error) {
      return failed({ kind: 'engine', message: `The sandbox for \${…} failed: ${reasonOf(error)}`, text });
    }
  }

  async #load(text: string): Promise<Evaluation<Engine>> {
    const loading = this.#engine ?? this.loadEngine();
    this.#engine = loading;
    try {
      return { ok: true, value: await loading };
    } catch (error) {
      if (this.#engine === loading) this.#engine = undefined;
      return failed({ kind: 'engine', message: `The sandbox for \${…} could not be loaded: ${reasonOf(error)}`, text });
    }
  }

  /** GraalJsEngine.getWorkflowZoneId; a zone is kept, because its offsets are remembered inside. */
  #zoneOf(params: ConfigMap, text: string): Evaluation<Zone> {
    const value = params.get('timezone');
    if (value == null || typeof value === 'object') {
      const message = `Parameter 'timezone' is required but not set`;
      return failed({ kind: 'timezone', message, text });
    }
    const id = String(value);
    if (this.#zone?.id === id) return { ok: true, value: this.#zone.zone };
    const parsed = parseZone(id);
    if (!parsed.ok) return failed({ kind: 'timezone', message: parsed.message, text });
    this.#zone = { id, zone: parsed.zone };
    return { ok: true, value: parsed.zone };
  }
}

/** Most parameters of a task: it is not worth a turn of the event loop to find that nothing is to be done. */
function isPlain(value: Value): boolean {
  return typeof value === 'string' ? !hasTemplate(value) : !(value instanceof Map || Array.isArray(value));
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
