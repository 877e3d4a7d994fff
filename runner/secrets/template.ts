import { configError, OperatorError, type Secrets } from '../operators/operator.ts';

const template = /\$\{([\s\S]*?):([\s\S]+?)\}/g;

/** Fills `${secret:key}` in; another `${word:…}` is an error (UserSecretTemplate). */
export function fillSecrets(text: string, secrets: Secrets): string {
  for (const match of text.matchAll(template)) {
    if (match[1]?.trim() !== 'secret') throw configError(`Invalid parametrization: '${match[0]}'`);
  }
  return text.replace(template, (_match, _word: string, key: string) => requiredSecret(secrets, key.trim()));
}

function requiredSecret(secrets: Secrets, key: string): string {
  const value = secrets.get(key);
  if (value === undefined) throw new OperatorError(`Secret not found for key: '${key}'`, { kind: 'secret not found' });
  return value;
}
