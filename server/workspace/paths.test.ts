import { expect, it } from 'vitest';
import { isDetached, pathOf, uriOf } from './paths.ts';

it('turns URIs into paths and back', () => {
  expect(pathOf('file:///p/a%20b.dig')).toBe('/p/a b.dig');
  expect(uriOf('/p/a b.dig')).toBe('file:///p/a%20b.dig');
});

it('gives documents without a file a path that is a workflow’s, each its own', () => {
  expect(pathOf('untitled:Untitled-1')).toBe('/untitled:Untitled-1/Untitled-1.dig');
  expect(pathOf('digkit-preview:/a%20(200).dig')).toMatch(/^\/[^/]+\/a__200_\.dig$/);
  expect(pathOf('git:/p/a.dig?HEAD')).not.toBe(pathOf('git:/p/a.dig?~'));
  expect(isDetached('untitled:Untitled-1')).toBe(true);
});

it('gives a URI to any text that stands where a path should', () => {
  expect(uriOf('/p/\ud83d.dig')).toBe('file:///p/%EF%BF%BD.dig');
});
