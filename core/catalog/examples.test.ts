import { describe, expect, it } from 'vitest';
import { memoryFileSystem } from '../../test/support/memoryFileSystem.ts';
import { checkFile } from '../check.ts';
import { builtInCatalog } from './catalog.ts';

/** Rules that look for files and for variables of earlier tasks, which the examples do not bring. */
const aboutOthers = new Set([
  'include-file',
  'missing-file',
  'require-target',
  'schedule-variable',
  'undefined-variable',
]);

const examples = [
  ...builtInCatalog.operators().map(({ name, example }) => [`${name}>`, example ?? ''] as const),
  ...(['top', 'group', 'task'] as const)
    .flatMap((place) => builtInCatalog.optionsAt(place))
    .map(({ name, example }) => [name, example ?? ''] as const),
  ...builtInCatalog.schedulers().map(({ name, example }) => [`${name}>`, `${example}\n+a:\n  echo>: x`] as const),
].filter(([, example]) => example !== '');

describe('examples of the catalogue', () => {
  it.each([...new Map(examples)])('of %s are right', (_, example) => {
    const path = '/project/main.dig';
    const found = checkFile(memoryFileSystem({ [path]: `${example}\n` }), path)?.findings ?? [];
    const wrong = found.filter(({ rule, severity }) => severity !== 'hint' && !aboutOthers.has(rule));
    expect(wrong).toEqual([]);
  });

  it('every operator has one', () => {
    expect(builtInCatalog.operators().filter(({ example }) => example === undefined)).toEqual([]);
  });
});
