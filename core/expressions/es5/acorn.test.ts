import { type Options, parse } from 'acorn';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseScript } from '../parse.ts';

const options: Options = { ecmaVersion: 5, sourceType: 'script', allowReturnOutsideFunction: true };

/** A tree without what ECMAScript 5 has no use for. */
function plain(tree: unknown): unknown {
  return JSON.parse(
    JSON.stringify(tree, (key, value) =>
      [
        'async',
        'directive',
        'expression_',
        'flags',
        'generator',
        'method',
        'optional',
        'regex',
        'shorthand',
        'sourceType',
      ].includes(key) ||
      (key === 'expression' && typeof value === 'boolean')
        ? undefined
        : value instanceof RegExp
          ? null
          : value,
    ),
  );
}

function outcome(read: () => unknown): unknown {
  try {
    return plain(read());
  } catch (error) {
    return error instanceof SyntaxError && 'pos' in error ? 'refused' : error;
  }
}

function compare(script: string): void {
  // acorn takes HTML's comments for the rest of an expression, which is no directive then
  if (/<!--|-->/.test(script) && script.includes('use strict')) return;
  const wanted = outcome(() => parse(script, options));
  const got = outcome(() => parseScript(script));
  expect(got, JSON.stringify(script)).toEqual(wanted);
}

const pieces = (
  'a b eval arguments get set of let yield class 0 1 017 08 .5 1. 1e3 0x1F 10n "s" \'t\' "\\17" /r/g /[/]/ ' +
  '( ) [ ] { } ; , . ? : = == === != !== < > <= >= << >> >>> + - ++ -- * / % & | ^ && || ! ~ += -= *= /= %= &= |= ^= <<= >>= >>>= ' +
  'break case catch continue debugger default delete do else finally for function if in instanceof new null return switch this throw true try ' +
  'typeof var void while with x: \n // /* */ <!-- -->'
).split(' ');

/** Scripts that are mostly right, of grammar. */
const { script } = fc.letrec<Record<'expression' | 'script' | 'statement', string>>((tie) => {
  const of = (...parts: (string | fc.Arbitrary<string>)[]) =>
    fc.tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part))).map((all) => all.join(' '));
  const [e, s] = [tie('expression') as fc.Arbitrary<string>, tie('statement') as fc.Arbitrary<string>];
  const name = fc.constantFrom('a', 'b', 'c', 'eval', 'let', 'of', 'get', '\\u0061b', 'é');
  const operator = fc.constantFrom(
    ...'+ - * / % & | ^ && || == === < > >= << >>> in instanceof = += , >>>='.split(' '),
  );
  const words = fc.constantFrom('é\\n', '\\u00e9', "\\'", '\\x41', '\\0', '\\12');
  return {
    expression: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.oneof(
        name,
        fc.constantFrom('1', '0x1f', '1.5e-3', '.5', '017', 'this', 'null', '/a/', '/=b[/]/gi'),
        words.map((w) => `'${w}'`),
      ),
      of(e, operator, e),
      of('(', e, ')'),
      of(fc.constantFrom('-', '!', '++', 'typeof', 'new', 'delete', '--', 'void'), e),
      of(e, fc.constantFrom('++', '--', '\n++', '.a', '.if', '[0]', '()', '(1, b)')),
      of(e, '?', e, ':', e),
      of('[', e, ', ,', e, ']'),
      of('{ a:', e, ', "b":', e, ', get c() { return', e, '}, set c(x) {},}'),
      of('({', fc.constantFrom('a', 'get a', '1', 'get', '"a"'), ':', e, ', a:', e, '})'),
      of('function', name, '(', name, ',', name, ') {', s, '}'),
    ),
    statement: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      of(e, fc.constantFrom(';', '\n', '')),
      of('if (', e, ')', s, 'else', s),
      of('if (', e, ')', s),
      of('for (', fc.oneof(e, of('var a =', e), fc.constant('')), ';', e, ';', e, ')', s),
      of('for (', fc.oneof(e, of('var', name), of('var a =', e)), 'in', e, ')', s),
      of('while (', e, ')', s, fc.constantFrom('break', 'continue', '')),
      of('do', s, 'while (', e, ')', fc.constantFrom(';', '\n', '')),
      of('x:', s, 'break x'),
      of(
        fc.constantFrom('x: for (;;) {', 'x: y: for (;;) {', 'y: x: {', 'x: x: while (a) {'),
        s,
        fc.constantFrom('break x', 'continue x', 'continue', 'continue y', ''),
        '}',
      ),
      of(
        'switch (',
        e,
        ') { case',
        e,
        ':',
        s,
        fc.constantFrom('break; default:', 'default:', 'default: default:', ''),
        '}',
      ),
      of('try {', s, '}', fc.constantFrom('catch (e) {}', 'finally {}', 'catch (eval) {} finally {}', '')),
      of(
        fc.constantFrom('throw', 'return', 'var a =', 'var a, b ='),
        fc.constantFrom('', '\n'),
        e,
        fc.constantFrom(';', '\n'),
      ),
      of('function', name, '(', name, ') {', fc.constantFrom('"use strict";', '', "'use strict';\n"), s, '}'),
      of('with (', e, ')', s),
      of('{', s, s, '}'),
      fc.constantFrom(';', 'debugger\n', 'break', '<!-- a\n', '\n--> b\n', '/* a\n */', '// c\n'),
    ),
    script: fc.array(tie('statement') as fc.Arbitrary<string>, { maxLength: 3 }).map((all) => all.join('\n')),
  };
});

const runs = Number(process.env.ES5_RUNS ?? 1000);

it('reads scripts of grammar as acorn does', () => {
  fc.assert(fc.property(script as fc.Arbitrary<string>, compare), { numRuns: runs });
}, 600_000);

it('reads any row of tokens as acorn does', () => {
  const tokens = fc.array(fc.constantFrom(...pieces), { maxLength: 9 }).map((all) => all.join(' '));
  const close = fc.array(fc.constantFrom(...pieces), { maxLength: 6 }).map((all) => all.join(''));
  fc.assert(fc.property(fc.oneof(tokens, close), compare), { numRuns: runs });
}, 600_000);
