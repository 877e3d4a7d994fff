import { describe, expect, it } from 'vitest';
import { parseJson } from '../value/parseJson.ts';
import { type ConfigMap, isMap } from '../value/value.ts';
import { parseList, parseNested, textList } from './config.ts';

// The messages are Digdag's own, asked of it (test/conformance/data/run-asked.jsonl).

describe('parseList', () => {
  it.each([
    ['[1]', []],
    ['"[1] behind"', []],
    ['""', `Expected array type for key 'k' but got "" (string) (config)`],
    ['null', "Parameter 'k' is required but null (config)"],
    ['"null"', 'Cannot invoke "java.util.List.size()" because "nodes" is null (null pointer)'],
    [
      '"a b"',
      /^com\.fasterxml\.jackson\.core\.JsonParseException: Unrecognized token 'a': .*\n.* column: 2\] \(config\)$/,
    ],
    ['"[1"', /^com\.fasterxml\.jackson\.core\.io\.JsonEOFException: Unexpected end-of-input/],
  ])('%s', (json, message) => {
    const config = configOf(json);
    if (Array.isArray(message)) expect(parseList(config, 'k')).toEqual([1]);
    else expect(() => parseList(config, 'k')).toThrow(message);
  });
});

describe('parseNested', () => {
  it.each(['""', '"null"', '"[1]"', '1'])('%s is no map', (json) => {
    expect(() => parseNested(configOf(json), 'k')).toThrow("Parameter 'k' must be an object (config)");
  });
});

describe('textList', () => {
  it('refuses lists in lists as the whole list, and trips over null', () => {
    expect(textList(configOf('["a", 1, true]'), 'k')).toEqual(['a', '1', 'true']);
    expect(() => textList(configOf('[[1]]'), 'k')).toThrow(
      "Expected array type for key 'k' but got [[1]] (array) (config)",
    );
    expect(() => textList(configOf('[null]'), 'k')).toThrow('java.lang.NullPointerException');
  });
});

function configOf(json: string): ConfigMap {
  const config = parseJson(`{"k": ${json}}`);
  if (!isMap(config)) throw new Error(json);
  return config;
}
