import { describe, expect, it } from 'vitest';
import { readJackson } from '../http/jackson.ts';
import { toJson } from '../value/json.ts';
import { writeYaml } from './write.ts';

function written(json: string): string {
  const read = readJackson(json);
  return read.ok && read.value !== undefined ? writeYaml(read.value) : '';
}

describe('writeYaml', () => {
  it('puts the keys into quotes that Jackson does', () => {
    const json = '{"true": 1, "Yes": 1, "OFF": 1, "y": 1, "null": 1, "tRue": 1, "~": 1, "1": 1, "<<": 1}';
    expect(written(json)).toBe('"true": 1\n"Yes": 1\n"OFF": 1\ny: 1\nnull: 1\ntRue: 1\n~: 1\n1: 1\n<<: 1\n');
  });

  it('writes what SnakeYAML writes: plain keys where they may be, quoted texts, lists without indent', () => {
    expect(written('{"!include:1":"x","a b":[[1,{"c":[]}],{}],"- z":null,"it\'s":true,"":0}')).toBe(
      `'!include:1': "x"\na b:\n- - 1\n  - c: []\n- {}\n'- z': null\nit's: true\n?\n: 0\n`,
    );
    expect(written('{"\\u0001":"\\u0000\\u00e9\\ud83d\\ude00\\u00a0\\\\\\""}')).toBe(
      '"\\x01": "\\0é\\U0001f600\\_\\\\\\""\n',
    );
  });

  it('breaks long texts at spaces, keeping the spaces', () => {
    const text = `${'word '.repeat(30)}  end`;
    const lines = written(JSON.stringify({ t: text })).split('\n');
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.every((line) => line.length <= 90)).toBe(true);
    const joined = lines.map((line) => line.trimStart().replace(/\\$/, '').replace(/^\\ /, ' ')).join('');
    expect(joined).toBe(`t: "${text}"`);
  });
});

describe('readJackson', () => {
  it('reads the first value only, and the later of two equal keys', () => {
    const read = readJackson(' {"a": 1, "b": 1.0, "a": 12345678901234567890} trailing');
    expect(read.ok && read.value !== undefined && toJson(read.value)).toBe('{"a":12345678901234567890,"b":1.0}');
    expect(readJackson(' \n')).toEqual({ ok: true, value: undefined });
  });

  it.each([
    [
      '{',
      'Unexpected end-of-input: expected close marker for Object (start marker at [Source: (String)"{"; line: 1, column: 1])',
      3,
    ],
    [
      '[1}',
      "Unexpected close marker '}': expected ']' (for Array starting at [Source: (String)\"[1}\"; line: 1, column: 1])",
      4,
    ],
    ['tru', "Unrecognized token 'tru': was expecting 'null', 'true', 'false' or NaN", 10],
    ['01', 'Invalid numeric value: Leading zeroes not allowed', 2],
  ])('says of %s what Jackson says', (json, message, column) => {
    const read = readJackson(json);
    expect(read.ok ? '' : read.message).toBe(`${message}\n at [Source: (String)"${json}"; line: 1, column: ${column}]`);
  });
});
