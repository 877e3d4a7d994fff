import type { newVariant } from 'quickjs-emscripten-core';

/** What the sandbox uses of WebAssembly. The types of Node lack it, those of browsers are not there on Node; both have the object. */
interface WebAssemblyApi {
  compile(bytes: Uint8Array<ArrayBuffer>): Promise<WebAssembly.Module>;
  readonly Memory: new (pages: { initial: number; maximum: number }) => WasmMemory;
  readonly RuntimeError: new () => Error;
}

/** WebAssembly.Memory, as QuickJS's loader wants it. */
export type WasmMemory = Exclude<Parameters<typeof newVariant>[1]['wasmMemory'], undefined | (() => unknown)> & {
  readonly buffer: ArrayBuffer;
};

export function webAssembly(): WebAssemblyApi {
  return Reflect.get(globalThis, 'WebAssembly');
}
