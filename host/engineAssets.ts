import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EngineAssets } from '../core/expressions/engine.ts';

/** Beside a bundle they have their own names; from sources they are taken from the packages of the nearest node_modules. */
const assets = {
  wasm: ['quickjs.wasm', 'node_modules/@jitl/quickjs-wasmfile-release-sync/dist/emscripten-module.wasm'],
  moment: ['moment.min.js', 'node_modules/moment/min/moment.min.js'],
} as const;

/** The sandbox's files on Node: beside the bundle that runs, in a folder above it (`dist/` of `dist/tools/`), or in node_modules. */
export function nodeEngineAssets(from: string = dirname(fileURLToPath(import.meta.url))): EngineAssets {
  return {
    async wasm() {
      const bytes = await readFile(find(from, assets.wasm));
      return new Uint8Array(bytes);
    },
    moment: () => readFile(find(from, assets.moment), 'utf8'),
  };
}

function find(from: string, names: readonly string[]): string {
  for (let directory = from; ; directory = dirname(directory)) {
    const found = names.map((name) => join(directory, name)).find((file) => existsSync(file));
    if (found !== undefined) return found;
    if (dirname(directory) === directory) throw new Error(`${names[0]} is missing: it belongs beside ${from}`);
  }
}
