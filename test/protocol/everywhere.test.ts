import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CompletionItem } from 'vscode-languageserver/node';
import { readYaml } from '../../core/yaml/read.ts';
import { keysBeside } from './corpus/keysBeside.ts';
import { TestConnection } from './testConnection.ts';

/** Real workflows, which lie beside the repository. */
const corpus = new URL('../../../shared/conformance/third-party/corpus.jsonl', import.meta.url);
const isThere = existsSync(corpus);

/** Files of a size that leaves time for every place in them; some of many kinds. */
function texts(): string[] {
  const found = readFileSync(corpus, 'utf8')
    .trim()
    .split('\n')
    .flatMap((line) => {
      const { text, files = {} } = JSON.parse(line);
      return [text, ...Object.values(files)].filter((one): one is string => typeof one === 'string');
    })
    .filter((text) => text.length > 250 && text.length < 700);
  const step = Math.max(1, Math.floor(found.length / 5));
  return found.filter((_, index) => index % step === 0).slice(0, 5);
}

let connection: TestConnection;
beforeAll(() => {
  connection = new TestConnection();
});
afterAll(async () => {
  expect(connection.errors).toEqual([]);
  await connection.dispose();
});

describe.runIf(isThere)('at every place of real workflows', () => {
  it.each(isThere ? texts().map((text, index) => [index, text] as const) : [])(
    'file %i: completion and hover answer, and offer no key that is there',
    async (_, text) => {
      const uri = await connection.open('main.dig', text);
      const { root } = readYaml(text);
      const lines = text.split('\n');
      let offset = 0;
      for (const [line, content] of lines.entries()) {
        for (let character = 0; character <= content.length; character++, offset++) {
          const params = { textDocument: { uri }, position: { line, character } };
          const items = await connection.request<CompletionItem[]>('textDocument/completion', params);
          await connection.request('textDocument/hover', params);
          await connection.request('textDocument/signatureHelp', params);
          const beside = keysBeside(root, offset) ?? [];
          const again = items.filter(({ label }) => label !== '+' && beside.includes(label));
          expect(again.map(({ label }) => `${line}:${character} ${label}`)).toEqual([]);
        }
      }
      await connection.close(uri);
    },
    60_000,
  );
});

it.skipIf(isThere)(
  'is asked of real workflows only where they lie beside the repository (../shared/conformance)',
  () => {
    expect(isThere).toBe(false);
  },
);
