import { describe, expect, it } from 'vitest';
import { readRequest, requestOf } from './request.ts';

describe('what is kept of a run', () => {
  it('is no value of a parameter that may be a secret', () => {
    const params = { table: 'access', db: { password: 'p4ss', name: 'x' }, API_KEY: 'k' };
    const request = requestOf({ type: 'digdag', workflow: 'main.dig', params }, '/w/main.dig', 'file:///w');
    expect(JSON.stringify(request)).not.toMatch(/p4ss|"k"/);
    expect(request).toEqual({
      definition: { type: 'digdag', workflow: 'main.dig', params: { table: 'access', 'db.name': 'x' } },
      hidden: ['db.password', 'API_KEY'],
      file: '/w/main.dig',
      folder: 'file:///w',
    });
    expect(readRequest(JSON.parse(JSON.stringify(request)))).toEqual(request);
  });

  it('is read with care', () => {
    expect([undefined, 5, {}, { definition: 1, file: 'x' }, { definition: {}, file: 'x' }].map(readRequest)).toEqual(
      Array.from({ length: 5 }),
    );
  });
});
