import { describe, expect, it } from 'vitest';
import { TaskSecrets } from './taskSecrets.ts';

const stored = new Map([['db.password', 'p4ss']]);
const lookUp = (key: string): string | undefined => stored.get(key);

describe('TaskSecrets', () => {
  it('looks mounted keys up where they come from, and remembers what it gave out', () => {
    const secrets = new TaskSecrets(new Map([['pg', 'db']]), lookUp);
    expect(secrets.get('pg.password')).toBe('p4ss');
    expect(secrets.get('nope')).toBeUndefined();
    expect([...secrets.used]).toEqual(['p4ss']);
  });
});
