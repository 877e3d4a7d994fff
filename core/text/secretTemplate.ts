import { configError, DigdagError } from './digdagError.ts';

const template = /\$\{([\s\S]*?):([\s\S]+?)\}/g;

/** Fills `${secret:key}` in; another `${word:…}` is an error (UserSecretTemplate.format). */
export function fillSecrets(text: string, get: (key: string) => string | undefined): string {
  for (const match of text.matchAll(template)) {
    if (match[1]?.trim() !== 'secret') throw configError(`Invalid parametrization: '${match[0]}'`);
  }
  return text.replace(template, (_match, _word: string, key: string) => required(key.trim(), get));
}

function required(key: string, get: (key: string) => string | undefined): string {
  const value = get(key);
  if (value === undefined) throw new DigdagError(`Secret not found for key: '${key}'`, 'secret not found');
  return value;
}

/** The keys that `${secret:…}` names in a text. */
export function secretKeys(text: string): string[] {
  const matches = [...text.matchAll(template)].filter((match) => match[1]?.trim() === 'secret');
  return matches.map((match) => match[2]?.trim() ?? '');
}

/** UserSecretTemplate.containsSecrets: a URL that does is shown as `http://***`. */
export function containsSecrets(text: string): boolean {
  return text.search(template) >= 0;
}
