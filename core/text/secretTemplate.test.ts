import { expect, it } from 'vitest';
import { containsSecrets, fillSecrets, secretKeys } from './secretTemplate.ts';

const stored = new Map([['plain', '$1 text']]);
const get = (key: string): string | undefined => stored.get(key);

it('fills templates in, and refuses other words', () => {
  expect(fillSecrets('a ${ secret : plain } $1 ${x}', get)).toBe('a $1 text $1 ${x}');
  expect(() => fillSecrets('${secret:nope}', get)).toThrow("Secret not found for key: 'nope' (secret not found)");
  expect(() => fillSecrets('${other:plain}', get)).toThrow("Invalid parametrization: '${other:plain}' (config)");
});

it('tells which keys a text names', () => {
  expect(secretKeys('${secret:a.b} ${other:c} ${secret: d }')).toEqual(['a.b', 'd']);
  expect([containsSecrets('http://${secret:h}/'), containsSecrets('http://${h}/')]).toEqual([true, false]);
});
