import { describe, expect, it } from 'vitest';
import { readTarget } from './target.ts';

describe('what a command is about', () => {
  it('comes from a code lens as an object', () => {
    expect(readTarget({ uri: 'file:///a.dig', task: '+a' })).toEqual({ uri: 'file:///a.dig', task: '+a' });
    expect(readTarget({ uri: 'file:///a.dig', task: 1 })).toEqual({ uri: 'file:///a.dig' });
  });

  it('comes from a menu as a Uri', () => {
    const uri = { scheme: 'file', path: '/a.dig', fsPath: '/a.dig', toString: () => 'file:///a.dig' };
    expect(readTarget(uri)).toEqual({ uri: 'file:///a.dig' });
  });

  it('is unknown where the caller says nothing of use', () => {
    expect([undefined, null, 'x', {}].map(readTarget)).toEqual([undefined, undefined, undefined, undefined]);
  });
});
