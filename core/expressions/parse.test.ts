import { expect, it } from 'vitest';
import { parseScript } from './parse.ts';

it.each([
  ['('.repeat(3e5)],
  [`${'(['.repeat(500)}1${'])'.repeat(500)}`],
  ['({a:'.repeat(500)],
  [`${'a+'.repeat(5000)}a`],
  [`${'!'.repeat(5000)}a`],
  [`${'new '.repeat(5000)}a`],
  [`${'if(1)'.repeat(5000)};`],
  [`${'a?b:'.repeat(5000)}c`],
])('refuses what is nested too deeply before the stack ends: %.9s…', (body) => {
  expect(() => parseScript(body)).toThrow('nested too deeply');
});

it('reads what is long, not deep', () => {
  const long = [
    `f(${'(a+1),'.repeat(5000)}1);`,
    'a = b + 1;'.repeat(5000),
    `a${'.b()'.repeat(5000)}`,
    '{}\n'.repeat(5000),
  ];
  for (const body of long) expect(parseScript(body).type).toBe('Program');
  expect(() => parseScript('/[/'.padEnd(400))).toThrow(expect.objectContaining({ pos: expect.any(Number) }));
});
