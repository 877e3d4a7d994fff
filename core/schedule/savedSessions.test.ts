import { expect, it } from 'vitest';
import { memoryFileSystem } from '../../test/support/memoryFileSystem.ts';
import { lastSavedSession } from './savedSessions.ts';

const saved = (...paths: string[]) => memoryFileSystem(Object.fromEntries(paths.map((path) => [`/s/${path}`, ''])));

it('the newest session with a task of the workflow counts, not another one of a longer name', () => {
  const files = saved(
    '20260102T000000+0900/+main+a.yml',
    '20260101T200000-0500/+main^error.yml',
    '20260105T000000+0000/+main2+a.yml',
    '20260106T000000+0000/+main+a.txt',
    'notes/+main+a.yml',
  );
  expect(lastSavedSession(files, '/s', 'main')).toBe(Date.parse('2026-01-02T01:00:00Z'));
  expect(lastSavedSession(files, '/s', 'other')).toBeUndefined();
  expect(lastSavedSession(files, '/nowhere', 'main')).toBeUndefined();
});
