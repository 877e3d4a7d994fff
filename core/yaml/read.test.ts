import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Node } from './node.ts';
import { readYaml } from './read.ts';

/** The tree as plain data: texts, lists and maps. */
function plain(node: Node | null | undefined): unknown {
  switch (node?.kind) {
    case 'scalar':
      return node.text;
    case 'alias':
      return `*${node.name}`;
    case 'sequence':
      return node.items.map(plain);
    case 'mapping':
      return Object.fromEntries(node.pairs.map(({ key, value }) => [plain(key), plain(value)]));
    default:
      return null;
  }
}

function children(node: Node): Node[] {
  if (node.kind === 'sequence') return [...node.items];
  return node.kind === 'mapping' ? node.pairs.flatMap(({ key, value }) => [key, value]) : [];
}

function eachNode(root: Node | null, visit: (node: Node) => void): void {
  const stack = root ? [root] : [];
  for (let node = stack.pop(); node; node = stack.pop()) {
    visit(node);
    stack.push(...children(node));
  }
}

describe('places', () => {
  it('count UTF-16 units, behind a byte order mark and with CRLF', () => {
    const text = '\ufeff+a:\r\n  echo>: "\u{1f600}"  # c\r\n  k: &x !!str \u65e5\u672c\r\n';
    const { root } = readYaml(text);
    const texts: string[] = [];
    eachNode(root, (node) => {
      if (node.kind === 'scalar') texts.push(text.slice(node.start, node.end));
    });
    expect(texts.sort()).toEqual(['"\u{1f600}"', '+a', 'echo>', 'k', '\u65e5\u672c'].sort());
  });

  it('of a block end with its last value', () => {
    const text = 'a:\n  b: 1\n  c:\n  - d\n\n# comment\ne: 2\n';
    const { root } = readYaml(text);
    const value = root?.kind === 'mapping' ? root.pairs[0]?.value : undefined;
    expect(text.slice(value?.start, value?.end)).toBe('b: 1\n  c:\n  - d');
  });

  it('tell tag and anchor apart from the node', () => {
    const { root } = readYaml('a: &x !include "f"\n');
    const value = root?.kind === 'mapping' ? root.pairs[0]?.value : undefined;
    expect(value).toMatchObject({ start: 15, anchor: 'x', tag: '!include', properties: { start: 3, end: 14 } });
  });
});

describe('half-typed text', () => {
  it.each([
    ['a key without a colon', '+a\n+b:\n  sh>: x\n', { '+a': '', '+b': { 'sh>': 'x' } }],
    [
      'a key that swallows the next',
      '+a:\n  sh>\n  echo>: x\n+b: 1\n',
      { '+a': { 'sh>': '', 'echo>': 'x' }, '+b': '1' },
    ],
    ['an open quote', '+a:\n  echo>: "x\n  t: "y"\n+b: 1\n', { '+a': { 'echo>': 'x', t: 'y' }, '+b': '1' }],
    ['an open quote at the end', '+a:\n  echo>: "x', { '+a': { 'echo>': 'x' } }],
    ['an open bracket', '+a:\n  l: [a, b\n+b:\n  sh>: y\n', { '+a': { l: ['a'] }, '+b': { 'sh>': 'y' } }],
    ['a tab', '+a:\n\tb: 1\n  c: 2\n+d: 3\n', { '+a': { c: '2' }, '+d': '3' }],
    ['a second value', 'a: b: c\nd: e\n', { a: 'b', d: 'e' }],
    ['a broken item', 'l:\n  - a: 1\n    b\n  - c: 2\nd: 3\n', { l: [{ a: '1', b: '' }, { c: '2' }], d: '3' }],
    ['a line left of the first', '  a: 1\nb: 2\nc: 3\n', { a: '1', b: '2', c: '3' }],
    ['a key below a value', '+a:\n  sh>: x\n    y: z\n+b: 1\n', { '+a': { 'sh>': { y: 'z' } }, '+b': '1' }],
  ])('%s', (_, text, tree) => {
    const { root, errors } = readYaml(text);
    expect(errors.length).toBeGreaterThan(0);
    expect(plain(root)).toEqual(tree);
  });

  it('lists a later error only where the first cannot have caused it', () => {
    const { errors } = readYaml('a: @x\nb: 1\nc: `y\nd: [\n');
    expect(errors.map(({ start }) => start)).toEqual([3, 14, 22]);
  });

  it('goes on behind an unknown alias', () => {
    expect(readYaml('a: *x\nb: *y\n').errors.map(({ problem }) => problem)).toEqual([
      'found undefined alias x',
      'found undefined alias y',
    ]);
  });
});

describe('unprintable characters', () => {
  it('are reported before all else in their block of 1024 characters', () => {
    expect(readYaml('a: @\n\u0001').errors[0]?.java).toBe('ReaderException');
    expect(readYaml(`a: @\n${' '.repeat(2000)}\u0001`).errors.map(({ java }) => java)).toEqual([
      'ScannerException',
      'ReaderException',
    ]);
  });
});

/** Texts of the pieces that YAML is made of. */
const yamlish = fc
  .array(
    fc.constantFrom(
      ...[
        'a',
        'b:',
        ': ',
        ':',
        ' ',
        '  ',
        '\n',
        '\n  ',
        '\n    ',
        '- ',
        '-',
        '? ',
        '[',
        ']',
        '{',
        '}',
        ',',
        '"',
        "'",
        '\\',
        '|',
        '>',
        '|2-',
      ],
      ...[
        '&x',
        '*x',
        '!!str',
        '!',
        '!<',
        '%YAML 1.1',
        '---',
        '...',
        '#',
        '\t',
        '\r',
        '\u2028',
        '\u0000',
        '\ufeff',
        '\u{1f600}',
        '\ud83d',
        '<<',
        '0x1',
        '@',
      ],
    ),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(''));

describe('any text', () => {
  it('gets a tree whose places lie in the text and in each other', () => {
    fc.assert(
      fc.property(fc.oneof(yamlish, fc.string({ unit: 'binary', maxLength: 200 })), (text) => {
        const { root, errors } = readYaml(text);
        for (const { start, end } of errors) expect(0 <= start && start <= end && end <= text.length).toBe(true);
        eachNode(root, (node) => {
          expect(0 <= node.start && node.start <= node.end && node.end <= text.length).toBe(true);
          let before = node.start;
          for (const child of children(node)) {
            expect(child.properties?.start ?? child.start).toBeGreaterThanOrEqual(before);
            before = child.end;
          }
        });
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['deep brackets', '['.repeat(100_000)],
    ['deep blocks', Array.from({ length: 3000 }, (_, index) => `${' '.repeat(index)}a:`).join('\n')],
    ['deep items', '- '.repeat(50_000)],
    ['a long line', `a: ${'x y '.repeat(250_000)}`],
    ['many open brackets', 'v: [\n'.repeat(20_000)],
    ['many open quotes', `a: "\n'b: '\n`.repeat(20_000)],
    ['many keys on a line', '{a: '.repeat(50_000)],
  ])('is read in time that follows its length: %s', (_, text) => {
    readYaml(text);
  });
});
