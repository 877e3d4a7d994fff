import { describe, expect, it } from 'vitest';
import { parseDuration } from './duration.ts';
import { parseJavaInteger, toJavaInt, truncateDouble } from './javaNumber.ts';
import { toJson } from './json.ts';
import { asBoolean, asInt, asText, ConfigError, getInt, getOptionalText } from './typed.ts';
import { Float, type Value } from './value.ts';

describe('typed values', () => {
  it('are read as Jackson reads them', () => {
    expect([3_000_000_000, ' 5 ', '', 'null', new Float(2.9), '٣'].map(asInt)).toEqual([-1_294_967_296, 5, 0, 0, 2, 3]);
    expect(['1.5', true, [1]].map(asInt)).toEqual([undefined, undefined, undefined]);
    expect([true, ' True ', '', 2, 'yes', new Float(1)].map(asBoolean)).toEqual([
      true,
      true,
      false,
      true,
      undefined,
      undefined,
    ]);
    expect([1, new Float(1), true, null, new Map()].map((value: Value) => asText(value))).toEqual([
      '1',
      '1.0',
      'true',
      undefined,
      undefined,
    ]);
  });

  it("are refused in Digdag's words", () => {
    expect(getInt(new Map(), 'n')).toEqual(new ConfigError("Parameter 'n' is required but not set"));
    expect(getInt(new Map([['n', 'x']]), 'n')).toEqual(
      new ConfigError('Expected integer (int) type for key \'n\' but got "x" (string)'),
    );
    expect(getOptionalText(new Map<string, Value>([['t', [1]]]), 't')).toEqual(
      new ConfigError(
        "Expected [reference type, class com.google.common.base.Optional<java.lang.String><[simple type, class java.lang.String]>] for key 't' but got [1] (array)",
      ),
    );
  });
});

describe('Java numbers', () => {
  it('keep to their bits', () => {
    expect(parseJavaInteger('2147483648', 32)).toBeUndefined();
    expect(parseJavaInteger('-2147483648', 32)).toBe(-2147483648n);
    expect(parseJavaInteger('9'.repeat(10_000), 64)).toBeUndefined();
    expect(toJavaInt(2 ** 32 + 1)).toBe(1);
    expect(truncateDouble(1e300, 64)).toBe(2n ** 63n - 1n);
  });

  it('print as Java prints them', () => {
    expect([1, 0.001, 1e-4, 9999999, 1e7, -0, 123456.789].map((n) => toJson(new Float(n)))).toEqual([
      '1.0',
      '0.001',
      '1.0E-4',
      '9999999.0',
      '1.0E7',
      '-0.0',
      '123456.789',
    ]);
  });
});

it('durations have days, hours, minutes and seconds in this order', () => {
  expect(['1h30m', '3M', ' 1d 4s ', '', '4s 3m', '-3m', '100ms'].map(parseDuration)).toEqual([
    5400,
    180,
    86_404,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

it('durations are as long as a Java long of seconds at most', () => {
  const texts = ['9223372036854775807s', '9223372036854775808s', '106751991167300d', '106751991167301d'];
  expect(texts.map(parseDuration)).toEqual([
    Number(2n ** 63n - 1n),
    undefined,
    106_751_991_167_300 * 86_400,
    undefined,
  ]);
});
