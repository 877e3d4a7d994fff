import { describe, expect, it } from 'vitest';
import { choiceFor, readSession } from './session.ts';

describe('a session that a client sends', () => {
  it('counts as absent where it has the wrong shape', () => {
    for (const sent of [null, 5, [], { sessionTime: 5, params: [], paramsFile: 1, folders: 'x' }]) {
      expect(readSession(sent)).toMatchObject({ sessionTime: null, folders: {} });
    }
    expect(readSession({ sessionTime: 'now', params: { a: '1', b: 2 } })).toMatchObject({
      sessionTime: 'now',
      params: { a: '1' },
    });
  });

  it('may be another one in some folders', () => {
    const session = readSession({
      sessionTime: 'now',
      folders: { 'file:///a': { sessionTime: 'daily' }, 'file:///a/b': { sessionTime: 'hourly' } },
    });
    const times = ['file:///x.dig', 'file:///a/x.dig', 'file:///a/b/x.dig', 'file:///ab/x.dig'].map(
      (uri) => choiceFor(session, uri).sessionTime,
    );
    expect(times).toEqual(['now', 'daily', 'hourly', 'now']);
  });
});
