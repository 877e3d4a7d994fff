import { expect, it } from 'vitest';
import { styleFor } from './style.ts';

const terminal = { isTTY: true };
const pipe = {};

it.each([
  ['a terminal has colours', terminal, {}, true],
  ['a pipe has none', pipe, {}, false],
  ['NO_COLOR takes them away', terminal, { NO_COLOR: '1' }, false],
  ['… whatever it holds', terminal, { NO_COLOR: '0' }, false],
  ['… and does not where it is empty', terminal, { NO_COLOR: '' }, true],
  ['FORCE_COLOR gives them to a pipe', pipe, { FORCE_COLOR: '1' }, true],
  ['… and does not where it is empty', pipe, { FORCE_COLOR: '' }, false],
  ['NO_COLOR counts more than FORCE_COLOR', pipe, { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
] as const)('%s', (_, stream, env, coloured) => {
  expect(styleFor(stream, env).red('x')).toBe(coloured ? '\u001b[31mx\u001b[39m' : 'x');
});
