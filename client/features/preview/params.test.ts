import { describe, expect, it } from 'vitest';
import { paramsMap } from './params.ts';

describe('parameters of a preview', () => {
  it('are texts, with a map for each dot', () => {
    expect(paramsMap({ a: '1', 't.x': '2', 't.y': '3' })).toEqual(
      new Map<string, unknown>([
        ['a', '1'],
        [
          't',
          new Map([
            ['x', '2'],
            ['y', '3'],
          ]),
        ],
      ]),
    );
  });
});
