import { expect, it } from 'vitest';
import { render } from '../text/text.ts';
import { cronWords } from './words.ts';

it.each([
  ['* * * * *', 'every minute'],
  ['*/15 * * * *', 'every 15 minutes'],
  ['*/1 * * * *', 'every minute'],
  ['5 */1 * * *', 'at minute 5 of the hour'],
  ['0 * * * *', 'every hour'],
  ['5 * * * *', 'at minute 5 of the hour'],
  ['0 */6 * * *', 'at 00:00, 06:00, 12:00, 18:00'],
  ['0 */2 * * *', 'every 2 hours'],
  ['30 7 * * 1-5', 'at 07:30, on Monday, Tuesday, Wednesday, Thursday, Friday'],
  ['0 0 L * *', 'at 00:00, on the last day of the month'],
  ['0 9 1,15 jan *', 'at 09:00, on day 1, 15 of the month, in January'],
  ['*/7 * * * *', 'at minute 0, 7, 14, 21, 28, 35, 42, 49, 56 of the hour'],
  ['*/10 9-17 * * *', 'every 10 minutes, in the hours 9-17'],
  ['0 0 * * 7|0 12 * * *', 'at 00:00, on Sunday; and at 12:00'],
])('%s: %s', (pattern, words) => {
  const said = cronWords(pattern);
  expect(said && render(said)).toBe(words);
});

it('says nothing of what Digdag refuses', () => {
  expect(cronWords('61 * * * *')).toBeUndefined();
});
