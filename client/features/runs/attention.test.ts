import { expect, it } from 'vitest';
import { isToBeTold } from './attention.ts';

const failed = { state: 'failed', pid: 7 } as const;

it('tells the end of a run only where the person looks elsewhere', () => {
  expect(isToBeTold(failed, { isFocused: true, process: 7 })).toBe(false);
  expect(isToBeTold(failed, { isFocused: true, process: 8 })).toBe(true);
  expect(isToBeTold(failed, { isFocused: true, process: undefined })).toBe(true);
  expect(isToBeTold(failed, { isFocused: false, process: 7 })).toBe(true);
  expect(isToBeTold({ state: 'failed', pid: undefined }, { isFocused: true, process: undefined })).toBe(true);
});

it('does not tell who has stopped a run that it has ended', () => {
  expect(isToBeTold({ state: 'stopped', pid: 7 }, { isFocused: false, process: undefined })).toBe(false);
});
