import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doubleText, toJson } from './json.ts';
import { parseJson } from './parseJson.ts';
import { Float } from './value.ts';

describe('parseJson', () => {
  it('keeps integers, doubles and big integers apart, and the order of keys', () => {
    const text = '{"10":1,"2":1.0,"big":12345678901234567890,"e":1.5E10,"t":[true,null,"a\\u0041\\n"]}';
    const value = parseJson(text);
    expect(value).toEqual(
      new Map<string, unknown>([
        ['10', 1],
        ['2', new Float(1)],
        ['big', 12345678901234567890n],
        ['e', new Float(1.5e10)],
        ['t', [true, null, 'aA\n']],
      ]),
    );
    expect(toJson(value ?? null)).toBe(text.replace('\\u0041', 'A'));
  });

  it.each(['', '{', '{a:1}', '[1,]', '01', '1.', '"\\x"', '"\\u12"', '"a', '1 2', '"\n"', 'nul', '['.repeat(5000)])(
    'refuses %j',
    (text) => expect(parseJson(text)).toBeUndefined(),
  );

  it('reads what JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        expect(JSON.parse(toJson(parseJson(text) ?? null))).toEqual(JSON.parse(text));
      }),
    );
  });
});

describe('doubleText', () => {
  it.each([
    [0, '0.0'],
    [-0, '-0.0'],
    [1, '1.0'],
    [0.001, '0.001'],
    [0.0001, '1.0E-4'],
    [1234567, '1234567.0'],
    [12345678, '1.2345678E7'],
    [-100.25, '-100.25'],
    [5e-324, '4.9E-324'],
    [100, '100.0'],
    [1e21, '1.0E21'],
    [Number.NaN, 'NaN'],
  ])('%d is %s', (value, text) => expect(doubleText(value)).toBe(text));
});

describe('toJson', () => {
  it('escapes as Jackson does', () => expect(toJson('a"\\\u001f\n\u2028')).toBe('"a\\"\\\\\\u001F\\n\u2028"'));
  it('writes non-finite doubles as texts', () =>
    expect(toJson(new Float(Number.NEGATIVE_INFINITY))).toBe('"-Infinity"'));
});
