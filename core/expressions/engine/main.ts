import type { QuickJSHandle } from 'quickjs-emscripten-core';
import { utc, type Zone } from '../../time/zone.ts';
import type { Engine, EngineAssets, EngineRequest, EngineResult } from '../engine.ts';
import { scan } from '../scan.ts';
import { templateSource } from '../source.ts';
import { readDateText } from './dateText.ts';
import { engineError, tooLong, tooMuchMemory } from './errors.ts';
import { type GraalZone, graalZone } from './graalZone.ts';
import { adjustBuiltIns } from './prelude/builtIns.ts';
import { installDate } from './prelude/date.ts';
import { installErrorWords } from './prelude/errors.ts';
import { es5, restrictToEs5 } from './prelude/es5.ts';
import { installGlobals } from './prelude/globals.ts';
import { makeJavaFormat } from './prelude/javaFormat.ts';
import { makeJavaRegex } from './prelude/javaRegex.ts';
import { addJavaStringMethods } from './prelude/javaString.ts';
import { makeRun, type RunAnswer } from './prelude/run.ts';
import { RemoteRunner } from './remote.ts';
import { adaptToQuickJs } from './rewrite.ts';
import { Sandbox } from './sandbox.ts';
import type { Snapshot } from './snapshot.ts';
import { webAssembly } from './webAssembly.ts';

/** Endless code ends within a second, whatever comes before and after. */
const timeLimit = 700;

/**
 * For a thread of its own, whose program is a text: see host/workerEngine.ts.
 * @public
 */
export function createRunner(engine: Engine): RemoteRunner {
  return new RemoteRunner(engine);
}

/** Loads the sandbox; takes some 100 ms. */
export async function createEngine(assets: EngineAssets): Promise<Engine> {
  const moment = await assets.moment();
  return QuickJsEngine.create(() => Sandbox.create(assets), moment);
}

class QuickJsEngine implements Engine {
  #ready: Promise<Ready> | undefined;

  private constructor(readonly make: () => Promise<Ready>) {}

  static async create(sandbox: () => Promise<Sandbox>, moment: string): Promise<Engine> {
    const engine = new QuickJsEngine(async () => new Ready(await sandbox(), moment));
    engine.#ready = engine.make();
    await engine.#ready;
    return engine;
  }

  async run(request: EngineRequest): Promise<EngineResult> {
    const loading = this.#ready ?? this.make();
    this.#ready = loading;
    const ready = await loading;
    try {
      return ready.run(request);
    } catch (error) {
      // The host's own stack or WebAssembly gave up: the sandbox is in an unknown state, and the next run gets a new one.
      this.#ready = undefined;
      if (error instanceof RangeError || error instanceof webAssembly().RuntimeError)
        return { ok: false, error: tooMuchMemory() };
      throw error;
    }
  }

  dispose(): void {
    this.#ready = undefined;
  }
}

/** A sandbox with everything installed, whose state is put back before each run. */
class Ready {
  readonly #run: QuickJSHandle;
  readonly #snapshot: Snapshot;
  readonly #javaMethods: ReadonlySet<string>;
  readonly #collator = new Intl.Collator('en');
  #zone: { readonly zone: Zone; readonly graal: GraalZone } = { zone: utc, graal: graalZone(utc) };

  constructor(
    readonly sandbox: Sandbox,
    moment: string,
  ) {
    const { context } = sandbox;
    const regex = sandbox.evaluate(`(${makeJavaRegex})()`, 'javaRegex');
    const format = sandbox.evaluate(`(${makeJavaFormat})()`, 'javaFormat');
    this.#install(installErrorWords, []);
    // The last step needs what ES5 has not, so it is prepared before that is taken away.
    this.#run = sandbox.evaluate(`(${makeRun})(globalThis, __graalError)`, 'run');
    this.#install(installDate, this.#dateFunctions());
    this.#install(adjustBuiltIns, [
      context.newFunction('compareTexts', (one, other) => {
        const order = this.#collator.compare(context.getString(one), context.getString(other));
        return context.newNumber(Math.sign(order));
      }),
    ]);
    sandbox.evaluate(`(${restrictToEs5})(${JSON.stringify(es5)})`, 'es5');
    const javaMethods = this.#install(addJavaStringMethods, [regex, format]);
    this.#javaMethods = new Set(context.getString(javaMethods).split(' '));
    this.#install(installGlobals, [
      context.newFunction('compile', (text) => {
        const { parts } = scan(context.getString(text));
        return context.newString(adaptToQuickJs(templateSource(parts).body, this.#javaMethods));
      }),
    ]);
    sandbox.evaluate(moment, 'moment.min.js');
    this.#snapshot = sandbox.snapshot();
  }

  run(request: EngineRequest): EngineResult {
    if (this.#zone.zone !== request.zone) this.#zone = { zone: request.zone, graal: graalZone(request.zone) };
    this.sandbox.restore(this.#snapshot);
    const { context } = this.sandbox;
    const { value, interrupted } = this.sandbox.limited(timeLimit, () => {
      const given = [
        JSON.stringify(adaptToQuickJs(request.body, this.#javaMethods)),
        request.params,
        JSON.stringify(request.leaks ?? null),
      ];
      const result = context.callFunction(
        this.#run,
        context.undefined,
        ...given.map((text) => context.newString(text)),
      );
      return result.error ? undefined : context.getString(result.value);
    });
    if (interrupted) return { ok: false, error: tooLong(timeLimit) };
    if (value === undefined) return { ok: false, error: tooMuchMemory() };
    const answer: RunAnswer = JSON.parse(value);
    return 'text' in answer ? { ok: true, text: answer.text } : { ok: false, error: engineError(answer) };
  }

  #dateFunctions(): QuickJSHandle[] {
    const { context } = this.sandbox;
    const number = (compute: (instant: number) => number): QuickJSHandle =>
      context.newFunction('zone', (instant) => context.newNumber(compute(instant ? context.getNumber(instant) : 0)));
    return [
      number((instant) => this.#zone.graal.localOffset(instant)),
      number(() => this.#zone.graal.offsetOf1970),
      number((instant) => this.#zone.graal.shownOffset(instant)),
      context.newFunction('zoneName', (instant) =>
        context.newString(this.#zone.graal.shortName(context.getNumber(instant))),
      ),
      context.newFunction('read', (text) =>
        context.newString(JSON.stringify(readDateText(context.getString(text)) ?? null)),
      ),
    ];
  }

  #install(code: (global: never, ...given: never[]) => unknown, given: readonly QuickJSHandle[]): QuickJSHandle {
    const { context } = this.sandbox;
    const install = this.sandbox.evaluate(`(${code})`, code.name);
    return context.unwrapResult(context.callFunction(install, context.undefined, context.global, ...given));
  }
}
