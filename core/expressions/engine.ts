import type { Zone } from '../time/zone.ts';
import type { Leaks } from './scan.ts';

/** Runs JavaScript as Digdag's engine does, shut off from everything else. Made by engine/main.ts, which loads only when it is needed. */
export interface Engine {
  /** @param signal ends the waiting where it is aborted: the result is then `cancelled` */
  run(request: EngineRequest, signal?: AbortSignal): Promise<EngineResult>;
  dispose(): void;
}

/** One text with its expressions. What it leaves behind (changed parameters, new globals) is gone before the next. */
export interface EngineRequest {
  /** The body of a function whose `this` are the parameters: see source.ts. */
  readonly body: string;
  /** The parameters as Digdag's JSON. */
  readonly params: string;
  /** The engine's local time zone: the workflow's. */
  readonly zone: Zone;
  readonly leaks?: Leaks;
}

export type EngineResult =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly error: EngineError };

export interface EngineError {
  /** `limit`: it took too long or too much memory, and was stopped; Digdag itself has no such limits. `cancelled`: nobody waits for it any more. */
  readonly kind: 'javascript' | 'limit' | 'cancelled';
  /** As Digdag's engine says it: `ReferenceError: x is not defined`, or what was thrown. */
  readonly message: string;
}

/** What the engine is made of, given by the host as files: they are too large to be code of a bundle. */
export interface EngineAssets {
  /** QuickJS: emscripten-module.wasm of @jitl/quickjs-wasmfile-release-sync. */
  wasm(): Promise<Uint8Array<ArrayBuffer>>;
  /** The source of moment 2.21.0, minified: the version that Digdag's expressions see. */
  moment(): Promise<string>;
}
