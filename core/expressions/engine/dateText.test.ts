import { describe, expect, it } from 'vitest';
import { readDateText } from './dateText.ts';

/** The fields, with the offset behind them where there is one. */
function read(text: string): string | undefined {
  const found = readDateText(text);
  return found && found.fields.join(' ') + (found.offset === undefined ? '' : ` ${found.offset}`);
}

// Each answer is GraalJS 19.3.1's.
describe('texts of dates', () => {
  it('are UTC where they are written as ECMAScript 5 does', () => {
    expect(read('2024-01')).toBe('2024 1 1 0 0 0 0 0');
    expect(read(' 2016-01-30 ')).toBe('2016 1 30 0 0 0 0 0');
    expect(read('2024-07-15T00:00+09')).toBe('2024 7 15 0 0 0 0 540');
    expect(read('2024-07-15T00:00:00.1234567Z')).toBe('2024 7 15 0 0 0 123 0');
    expect(read('+002024-07-15')).toBe('2024 7 15 0 0 0 0 0');
    expect(read('2016-02-31')).toBe('2016 2 31 0 0 0 0 0');
  });

  it('are local where people write them otherwise', () => {
    expect(read('2024-1-2')).toBe('2024 1 2 0 0 0 0');
    expect(read('1/30/2016')).toBe('2016 1 30 0 0 0 0');
    expect(read('5-Jan-50')).toBe('1950 1 5 0 0 0 0');
    expect(read('Jan 2016')).toBe('2016 1 1 0 0 0 0');
    expect(read('10:00 PM')).toBe('2000 1 1 22 0 0 0');
    expect(read('12')).toBe('2001 12 1 0 0 0 0');
    expect(read('2024-07-15 00:00:00.5')).toBe('2024 7 15 0 0 0 5');
  });

  it('may name a zone', () => {
    expect(read('Sat, 30 Jan 2016 00:00:00 GMT+0900 (JST)')).toBe('2016 1 30 0 0 0 0 540');
    expect(read('2016-01-30 10:00 PST')).toBe('2016 1 30 10 0 0 0 -480');
    expect(read('2024-07-15 00:00+0')).toBe('2024 7 15 0 0 0 0 0');
    expect(read('2016--06')).toBe('2016 1 1 0 0 0 0 -360');
  });

  it.each([
    '2024-1-15T00:00:00Z',
    '2024-07-15T00',
    '2016-01-30 10:00 JST',
    '20160130',
    '2016_01_30',
    '13/1/2024',
    'Janx 5 2016',
    '2016-01-30T10:00:00 Z',
    'Monday',
    'é',
    '',
  ])('are none: %s', (text) => expect(readDateText(text)).toBeUndefined());
});
