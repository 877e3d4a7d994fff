import { expect, it } from 'vitest';
import { isDetached, pathOf, uriOf } from './paths.ts';

it('turns URIs into paths and back', () => {
  expect(pathOf('file:///p/a%20b.dig')).toBe('/p/a b.dig');
  expect(uriOf('/p/a b.dig')).toBe('file:///p/a%20b.dig');
});

it('gives documents without a file a path that is a workflow’s', () => {
  expect(pathOf('untitled:Untitled-1')).toBe('/untitled:/Untitled-1.dig');
  expect(pathOf('digkit-preview:/a%20(200).dig')).toBe('/digkit-preview:/a__200_.dig');
  expect(isDetached('untitled:Untitled-1')).toBe(true);
});
