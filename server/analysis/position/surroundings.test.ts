import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../core/catalog/catalog.ts';
import { meaningOf, surroundingsOf } from './surroundings.ts';

const levels = (...path: string[][]) => path.map(([key = '', ...others]) => ({ key, siblings: [key, ...others] }));

describe('surroundingsOf', () => {
  it('knows the top, groups, tasks and what has nothing yet', () => {
    expect(surroundingsOf(builtInCatalog, [], ['+a'])).toMatchObject({ kind: 'task', place: 'top' });
    expect(surroundingsOf(builtInCatalog, levels(['+a']), ['+b'])).toMatchObject({ place: 'group' });
    expect(surroundingsOf(builtInCatalog, levels(['+a']), [])).toMatchObject({ place: 'new' });
    expect(surroundingsOf(builtInCatalog, levels(['+a'], ['_do', 'loop>']), ['sh>'])).toMatchObject({ place: 'task' });
  });

  it('knows maps inside options, parameters, commands and sections', () => {
    const meaning = (path: string[][], key: string) =>
      meaningOf(builtInCatalog, surroundingsOf(builtInCatalog, levels(...path), [key]), key)?.kind;
    expect(meaning([['+a'], ['_retry', 'sh>']], 'interval')).toBe('parameter');
    expect(meaning([['+a'], ['td>']], 'data')).toBe('parameter');
    expect(meaning([['_export'], ['td']], 'engine')).toBe('parameter');
    expect(meaning([['schedule']], 'daily>')).toBe('scheduler');
    expect(meaning([['+a'], ['content', 'http>']], 'anything')).toBeUndefined();
  });
});
