import { expect, it } from 'vitest';
import { isExempt } from './noProxy.ts';

it.each([
  ['example.com', 'example.com', 80, true],
  ['example.com', 'a.Example.com', 80, true],
  ['.example.com', 'a.example.com', 80, true],
  ['*.example.com', 'a.example.com', 80, true],
  ['example.com', 'badexample.com', 80, false],
  [' host:8080 ', 'host', 8080, true],
  ['host:8080', 'host', 80, false],
  ['::1', '::1', 80, true],
  ['[::1]:8080', '::1', 8080, true],
  ['[::1]:8080', '::1', 80, false],
  ['*', 'anything', 1, true],
  ['', 'host', 80, false],
])('%s exempts %s:%i: %s', (pattern, host, port, expected) => {
  expect(isExempt([pattern], host, port)).toBe(expected);
});
