import { describe, expect, it } from 'vitest';
import { editDistance, nearest } from './nearest.ts';

describe('nearest', () => {
  it('finds slips of the keyboard', () => {
    expect(nearest('_paralell', ['_parallel', '_retry'])).toBe('_parallel');
    expect(nearest('methd', ['method', 'headers'])).toBe('method');
    expect(nearest('storeContent', ['store_content'])).toBe('store_content');
  });

  it('leaves other words alone', () => {
    expect(nearest('dest_db', ['database', 'priority'])).toBeUndefined();
    expect(nearest('from', ['format', 'frame_size'])).toBeUndefined();
  });

  it('counts a swap as one edit, and gives up above the limit', () => {
    expect(editDistance('shel', 'sehl', 3)).toBe(1);
    expect(editDistance('abcdef', 'uvwxyz', 2)).toBe(3);
  });

  it('looks at some hundreds of thousands only, those that begin alike', () => {
    const names = Array.from({ length: 5000 }, (_, at) => `${at % 2 === 0 ? 'value' : 'other'}_${at}`);
    let compared = 0;
    const found = nearest('valeu_100', names, () => ++compared > 0);
    expect(found).toBe('value_100');
    expect(compared).toBeLessThanOrEqual(700);
  });
});
