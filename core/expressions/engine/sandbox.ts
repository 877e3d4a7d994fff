import variant from '@jitl/quickjs-wasmfile-release-sync';
import {
  newQuickJSWASMModuleFromVariant,
  newVariant,
  type QuickJSContext,
  type QuickJSHandle,
} from 'quickjs-emscripten-core';
import type { EngineAssets } from '../engine.ts';
import { type Snapshot, takeSnapshot } from './snapshot.ts';
import { type WasmMemory, webAssembly } from './webAssembly.ts';

const page = 65_536;
/** The sandbox starts with 16 MiB and may grow to 64 MiB, stack and QuickJS itself included. */
const initialMemory = 16 * 1024 * 1024;
const largestMemory = 64 * 1024 * 1024;
/** Of QuickJS's interpreter: far below what the host's own stack takes, so that endless recursion is a JavaScript error inside. */
const stackSize = 256 * 1024;

/** QuickJS asks more often whether it is to go on: a longer pause is one that a busy machine made, and does not count. Milliseconds. */
const longestStep = 20;

/** A QuickJS whose memory can be put back to how it was after it was set up: whatever a run leaves behind is gone. */
export class Sandbox {
  #left = Number.POSITIVE_INFINITY;
  #asked = 0;
  #interrupted = false;

  private constructor(
    readonly context: QuickJSContext,
    readonly memory: WasmMemory,
  ) {
    context.runtime.setMaxStackSize(stackSize);
    context.runtime.setInterruptHandler(() => {
      const now = Date.now();
      this.#left -= Math.min(now - this.#asked, longestStep);
      this.#asked = now;
      this.#interrupted ||= this.#left < 0;
      return this.#interrupted;
    });
  }

  static async create(assets: Pick<EngineAssets, 'wasm'>): Promise<Sandbox> {
    const memory = new (webAssembly().Memory)({ initial: initialMemory / page, maximum: largestMemory / page });
    const wasmModule = await webAssembly().compile(await assets.wasm());
    const module = await newQuickJSWASMModuleFromVariant(newVariant(variant, { wasmModule, wasmMemory: memory }));
    return new Sandbox(module.newRuntime().newContext(), memory);
  }

  /** Evaluates code of ours; its value stays valid until the sandbox is dropped. */
  evaluate(code: string, name: string): QuickJSHandle {
    return this.context.unwrapResult(this.context.evalCode(code, name));
  }

  /** Runs `action` with a limit on its time; tells whether it was cut short. */
  limited<T>(milliseconds: number, action: () => T): { readonly value: T; readonly interrupted: boolean } {
    this.#left = milliseconds;
    this.#asked = Date.now();
    this.#interrupted = false;
    try {
      const value = action();
      return { value, interrupted: this.#interrupted };
    } finally {
      this.#left = Number.POSITIVE_INFINITY;
    }
  }

  /** The memory as it is now. */
  snapshot(): Snapshot {
    return takeSnapshot(this.memory.buffer);
  }

  restore(snapshot: Snapshot): void {
    const memory = new Uint8Array(this.memory.buffer);
    for (const { start, bytes } of snapshot) memory.set(bytes, start);
  }
}
