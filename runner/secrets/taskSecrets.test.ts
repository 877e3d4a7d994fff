import { describe, expect, it } from 'vitest';
import { TaskSecrets } from './taskSecrets.ts';
import { fillSecrets } from './template.ts';

const stored = new Map([
  ['db.password', 'p4ss'],
  ['plain', 'text'],
]);
const lookUp = (key: string): string | undefined => stored.get(key);

describe('TaskSecrets', () => {
  it('looks mounted keys up where they come from, and remembers what it gave out', () => {
    const secrets = new TaskSecrets(new Map([['pg', 'db']]), lookUp);
    expect(secrets.get('pg.password')).toBe('p4ss');
    expect(secrets.get('nope')).toBeUndefined();
    expect([...secrets.used]).toEqual(['p4ss']);
  });

  it('fills templates in, and refuses other words', () => {
    const secrets = new TaskSecrets(new Map(), lookUp);
    expect(fillSecrets('a ${secret:plain} $1 ${x}', secrets)).toBe('a text $1 ${x}');
    expect(() => fillSecrets('${secret:nope}', secrets)).toThrow("Secret not found for key: 'nope'");
    expect(() => fillSecrets('${other:plain}', secrets)).toThrow("Invalid parametrization: '${other:plain}'");
  });
});
