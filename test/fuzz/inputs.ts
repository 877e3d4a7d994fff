import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Random } from '../support/random.ts';
import { generate, mutate } from './mutate.ts';

/** One input: a text, and the one that it was made from by a change. */
export interface Input {
  readonly before: string;
  readonly text: string;
  /** For whatever else is chosen by chance. */
  readonly random: Random;
}

/** The inputs of a seed. Each is made from its own number, so that any of them can be made again without those before it. */
export class Inputs {
  readonly #corpus = texts(['test/conformance/data', '../shared/conformance/third-party']);

  constructor(readonly seed: number) {}

  at(index: number): Input {
    const random = new Random(Math.imul(this.seed, 0x9e3779b1) + index);
    const before = random.pick(this.#corpus);
    if (random.below(5) === 0) return { before: generate(random), text: generate(random), random };
    return { before, text: mutate(before, random.pick(this.#corpus), random), random };
  }
}

/** The texts of the recordings: `text`, and the `.dig` files of `files`. */
function texts(folders: readonly string[]): string[] {
  const files = folders.filter(existsSync).flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
  return files
    .filter((file) => /(yaml|check|check-mutants|corpus|schedule)\.jsonl$/.test(file))
    .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
    .filter((line) => line !== '')
    .flatMap((line) => {
      const { text, files } = JSON.parse(line) as { text?: string; files?: Record<string, string> };
      return text === undefined ? Object.values(files ?? {}) : [text];
    });
}
