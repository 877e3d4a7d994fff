import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { inTurns } from './turns.ts';

let clock = 0;

beforeEach(() => {
  vi.spyOn(performance, 'now').mockImplementation(() => clock);
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** @param milliseconds how long it takes */
function work(milliseconds: number): void {
  clock += milliseconds;
}

test('others have a turn before the first item, and whenever the work has gone on for a while', async () => {
  const seen: string[] = [];
  const other = () => {
    seen.push('other');
    if (seen.length < 20) setImmediate(other);
  };
  setImmediate(other);
  for await (const item of inTurns(['a', 'b', 'c'])) {
    seen.push(item);
    if (item === 'b') work(20);
  }
  expect(seen.slice(0, 5)).toEqual(['other', 'a', 'b', 'other', 'c']);
});

test('what was made is handed out before the turn of others and in the end, also of work that breaks off', async () => {
  const handed: string[][] = [];
  let made: string[] = [];
  const hand = () => {
    handed.push(made);
    made = [];
  };
  for await (const item of inTurns(['a', 'b', 'c', 'd'], hand)) {
    if (item === 'd') break;
    made.push(item);
    if (item === 'b') work(20);
  }
  expect(handed).toEqual([[], ['a', 'b'], ['c']]);
});
