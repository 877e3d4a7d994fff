import { expect, it } from 'vitest';
import { Positions } from './positions.ts';

it('counts lines over LF, CRLF and CR, and columns in UTF-16 units', () => {
  const positions = new Positions('a\r\n日本x\n😀y\rz');
  expect(positions.at(0)).toEqual({ line: 1, column: 1 });
  expect(positions.at(5)).toEqual({ line: 2, column: 3 });
  expect(positions.at(9)).toEqual({ line: 3, column: 3 });
  expect(positions.at(11)).toEqual({ line: 4, column: 1 });
  expect([1, 2, 3, 4].map((line) => positions.line(line))).toEqual(['a', '日本x', '😀y', 'z']);
});
