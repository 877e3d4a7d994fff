import { expect, it } from 'vitest';
import { parseDate } from './date.ts';

it.each([
  ['1970-01-01', 0],
  ['0000-01-01', -719_528],
  ['+12345-06-07', 3_789_548],
  ['2024-2-30', "Text '2024-2-30' could not be parsed at index 5"],
  ['2024-02-30', "Text '2024-02-30' could not be parsed: Invalid date 'FEBRUARY 30'"],
  ['2024-00-01', "Text '2024-00-01' could not be parsed: Invalid value for MonthOfYear (valid values 1 - 12): 0"],
  ['12345-01-01', "Text '12345-01-01' could not be parsed at index 0"],
  ['', "Text '' could not be parsed at index 0"],
])('%s', (text, result) => {
  expect(parseDate(text)).toBe(result);
});
