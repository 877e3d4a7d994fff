import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { Random } from '../../test/support/random.ts';
import { construct } from '../project/construct.ts';
import { toMap } from '../project/located.ts';
import { applyEdits } from '../rules/applyEdits.ts';
import { toJson } from '../value/json.ts';
import { readYaml } from '../yaml/read.ts';
import { format } from './format.ts';
import { indentNewLine } from './newLine.ts';

const own = ['yaml', 'check', 'schedule'].map((name) => `test/conformance/data/${name}.jsonl`);
const thirdParty = ['corpus', 'check-mutants'].map((name) => `../shared/conformance/third-party/${name}.jsonl`);

interface Recording {
  readonly text?: string;
  readonly files?: Readonly<Record<string, unknown>>;
}

function textsOf(path: string): string[] {
  const recordings: Recording[] = readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  return recordings.flatMap(({ text, files }) =>
    [text, ...Object.entries(files ?? {}).flatMap(([name, file]) => (name.endsWith('.dig') ? [file] : []))].filter(
      (found) => typeof found === 'string',
    ),
  );
}

/** The config as Digdag's JSON: 1 and 1.0 and the order of keys told apart. */
function jsonOf(text: string): string {
  const { config, errors } = construct(readYaml(text), '', 'file');
  if (!config || errors.length > 0) throw new Error('refused');
  return toJson(toMap(config));
}

it.each([...own, ...thirdParty].filter((path) => existsSync(path)))('%s: white space changes, nothing else', (path) => {
  let accepted = 0;
  for (const text of textsOf(path)) {
    const { errors } = readYaml(text);
    const refused = errors.length > 0 || construct(readYaml(text), '', 'file').errors.length > 0;
    const result = format(text);
    expect(result.ok, text).toBe(!refused);
    if (!result.ok) continue;
    accepted++;
    const after = applyEdits(text, result.edits);
    expect(jsonOf(after), text).toBe(jsonOf(text));
    // Comments are kept with everything else that is no white space: no edit touches it.
    expect(after.replace(/\s+/g, '')).toBe(text.replace(/\s+/g, ''));
    expect(format(after), after).toEqual({ ok: true, edits: [] });
    // another width is safe too, and comes back to the same
    const wide = format(text, { width: 4 });
    expect(wide.ok, text).toBe(true);
    if (!wide.ok) continue;
    const widened = applyEdits(text, wide.edits);
    expect(jsonOf(widened), text).toBe(jsonOf(text));
    expect(format(widened, { width: 4 }), widened).toEqual({ ok: true, edits: [] });
  }
  expect(accepted).toBeGreaterThan(10);
});

it.each([...own, ...thirdParty].filter((path) => existsSync(path)))(
  '%s: parts change no more than the whole',
  (path) => {
    const random = new Random(1);
    let changed = 0;
    for (const text of textsOf(path)) {
      const start = random.below(text.length + 1);
      const range = { start, end: Math.min(text.length, start + random.below(200)) };
      const whole = format(text);
      const part = format(text, { range });
      expect(part.ok, text).toBe(whole.ok);
      if (!part.ok || !whole.ok) continue;
      for (const edit of part.edits) expect(whole.edits, text).toContainEqual(edit);
      if (part.edits.length > 0) changed++;
      const after = applyEdits(text, part.edits);
      expect(jsonOf(after), text).toBe(jsonOf(text));
      expect(after.replace(/\s+/g, '')).toBe(text.replace(/\s+/g, ''));
    }
    expect(changed).toBeGreaterThan(0);
  },
);

it.each([...own, ...thirdParty].filter((path) => existsSync(path)))(
  '%s: Enter between lines keeps what is written',
  (path) => {
    const random = new Random(2);
    let accepted = 0;
    for (const text of textsOf(path)) {
      if (!format(text).ok) continue;
      const lines = text.split('\n');
      const line = random.below(lines.length);
      const at = lines.slice(0, line + 1).join('\n').length;
      const entered = `${text.slice(0, at)}\n${text.slice(at)}`;
      const edits = indentNewLine(entered, at + 1, 2);
      expect(
        edits.every(({ start, newText }) => start === at + 1 && newText.trim() === ''),
        text,
      ).toBe(true);
      const after = applyEdits(entered, edits);
      expect(indentNewLine(after, at + 1, 2), text).toEqual([]);
      // in a block scalar the blanks of the new line are text
      const hasBlockScalar = /[|>][-+\d]*[ ]*(?:#.*)?\r?$/m.test(text);
      if (!hasBlockScalar) expect(jsonOf(after), text).toBe(jsonOf(entered));
      accepted++;
    }
    expect(accepted).toBeGreaterThan(10);
  },
);
