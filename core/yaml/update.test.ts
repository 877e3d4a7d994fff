import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Node, YamlDocument } from './node.ts';
import { readYaml } from './read.ts';
import { type TextChange, updateYaml } from './update.ts';

function dump(node: Node | null): unknown {
  if (!node) return null;
  const { kind, start, end, anchor, tag, properties } = node;
  const base = [kind, start, end, anchor, tag, properties?.start, properties?.end];
  switch (node.kind) {
    case 'scalar':
      return [...base, node.style, node.text];
    case 'alias':
      return [...base, node.name, node.target?.start];
    case 'sequence':
      return [...base, node.flow, node.items.map(dump)];
    case 'mapping':
      return [...base, node.flow, node.pairs.map(({ key, value }) => [dump(key), dump(value)])];
  }
}

function all({ text, root, errors, hasAliases, sections }: YamlDocument): unknown {
  const places = sections?.map(({ start, end, key, value }) => [start, end, dump(key), dump(value)]);
  return { text, root: dump(root), errors, hasAliases, places };
}

function replace(text: string, start: number, end: number, inserted: string): { text: string; change: TextChange } {
  return {
    text: text.slice(0, start) + inserted + text.slice(end),
    change: { start, end, newLength: inserted.length },
  };
}

const text =
  '# top\ntimezone: UTC\n\n+a:\n  sh>: x\n  list:\n  - 1\n\n# about b\n+b:\n  echo>: |\n    text\n\n+c: {k: v}\n';

describe('updateYaml', () => {
  it('keeps the trees of the entries that did not change, and moves those behind the change', () => {
    const before = readYaml(text);
    const { text: changed, change } = replace(text, text.indexOf('x'), text.indexOf('x') + 1, 'longer text');
    const after = updateYaml(before, changed, change);
    expect(all(after)).toEqual(all(readYaml(changed)));
    const origins = (document: YamlDocument) => document.sections?.map(({ origin }) => origin) ?? [];
    const same = origins(after).map((origin, index) => origin === origins(before)[index]);
    expect(same).toEqual([true, false, true, true]);
    expect(after.sections?.map(({ shift }) => shift)).toEqual([0, 21, 10, 10]);
  });

  it.each([
    ['an alias', '+a:\n  k: 1\n+b:\n  k: 2\n', '1', '*x'],
    ['an open quote', '+a:\n  k: 1\n+b:\n  k: "2"\n', '1', '"'],
    ['a document marker', '+a:\n  k: 1\n+b:\n  k: 2\n', '+b', '---\n+b'],
    ['a key without its colon', '+a:\n  k: 1\n+b:\n  k: 2\n', 'b:', 'b'],
    ['an entry that becomes the value before it', '+a:\n+b:\n  k: 2\n', '+b', '  +b'],
    ['a list as a key', '+a:\n  sh>: x\n?\n- i\n', 'x\n', 'x'],
    ['text of another length than said', '+a: 1\n', '1', '22'],
  ])('reads all anew because of %s', (_, old, from, to) => {
    const { text: changed, change } = replace(old, old.indexOf(from), old.indexOf(from) + from.length, to);
    expect(all(updateYaml(readYaml(old), changed, change))).toEqual(all(readYaml(changed)));
    expect(all(updateYaml(readYaml(old), changed, { ...change, newLength: 0 }))).toEqual(all(readYaml(changed)));
  });

  it('answers as a fresh reading does, after any changes', () => {
    const piece = fc.constantFrom(
      ...[
        '\n',
        '\n',
        '\n+n: 1\n',
        '+x:',
        '  ',
        ' ',
        ':',
        '- ',
        'a',
        '"',
        "'",
        '#',
        '|',
        '>',
        '|+',
        '[',
        ']',
        '{',
        '}',
        '? ',
        '&x ',
        '*x',
        '!t ',
        '---',
      ],
      ...['...', '%', '\t', '\r', '\ufeff', '\u0001', '\u2028', '<<', '@', '  k: v\n', '\n  # c\n', '\n- i\n', ''],
    );
    const entry = fc.constantFrom(
      ...[
        '+a:\n  sh>: x\n',
        '+b: |\n  text\n\n',
        '+c: >-\n\n   folded\n  \n',
        'k: "q\n  r"\n',
        'l:\n- 1\n- a: b\n',
        '# comment\n',
        '\n',
        '+d: {a: 1,\nb: 2}\n',
      ],
      ...[
        'e: !t\n',
        'f: &y v\n',
        '"g": 1\n',
        'h:\r\n  i: 1\r\n',
        '? j\n: 1\n',
        'm: *y\n',
        'n:\n  ? o\n',
        '\u{1f600}: p\n',
      ],
    );
    const edit = fc.tuple(fc.nat(1000), fc.nat(12), fc.array(piece, { maxLength: 3 }));
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 8 }), fc.array(edit, { maxLength: 5 }), (entries, edits) => {
        let document = readYaml(entries.join(''));
        for (const [at, length, pieces] of edits) {
          const start = at % (document.text.length + 1);
          const end = Math.min(start + length, document.text.length);
          const { text: changed, change } = replace(document.text, start, end, pieces.join(''));
          document = updateYaml(document, changed, change);
          expect(all(document)).toEqual(all(readYaml(changed)));
        }
      }),
      { numRuns: 1500 },
    );
  });
});
