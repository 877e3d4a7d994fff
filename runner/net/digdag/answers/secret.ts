import { fields, type Reader, text } from '../read.ts';
import { type Reference, readReference } from './reference.ts';

/** RestSecret: which secret was set or deleted. A server never tells a value. */
export interface Secret {
  readonly key: string;
  readonly project: Reference;
}

export const readSecret: Reader<Secret> = (value, at) => {
  const field = fields(value, at);
  return { key: field('key', text), project: field('project', readReference) };
};

/** RestSecretMetadata. */
export interface SecretKey {
  readonly key: string;
}

export const readSecretKey: Reader<SecretKey> = (value, at) => ({ key: fields(value, at)('key', text) });
