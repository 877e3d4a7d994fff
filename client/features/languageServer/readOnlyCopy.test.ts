import { expect, it } from 'vitest';
import { isReadOnlyCopy } from './readOnlyCopy.ts';

it('is a file system that cannot be written and holds no workspace folder', () => {
  expect(isReadOnlyCopy('git', false, ['file'])).toBe(true);
  expect(isReadOnlyCopy('file', true, ['file'])).toBe(false);
  expect(isReadOnlyCopy('untitled', undefined, ['file'])).toBe(false);
  expect(isReadOnlyCopy('zip', false, ['zip'])).toBe(false);
});
