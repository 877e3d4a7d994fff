import type { ConfigMap, Value } from '../../../core/value/value.ts';
import { isMap } from '../../../core/value/value.ts';
import { AnswerError } from './errors.ts';

/**
 * Takes a value of an answer as what it must be, or throws an AnswerError.
 * @param value undefined where the field is absent
 * @param at where it stands in the answer, such as `projects[2].id`; empty for the whole answer
 */
export type Reader<T> = (value: Value | undefined, at: string) => T;

/** Texts that Digdag's server of today sends, and any other: what a later one sends is kept. */
export type OpenText<Known extends string> = Known | (string & Record<never, never>);

export const text: Reader<string> = (value, at) => {
  if (typeof value !== 'string') throw mismatch('a text', value, at);
  return value;
};

/** An id is a text for us, also where a server writes it as a number. */
export const id: Reader<string> = (value, at) =>
  typeof value === 'number' || typeof value === 'bigint' ? String(value) : text(value, at);

export const integer: Reader<number> = (value, at) => {
  if (typeof value !== 'number') throw mismatch('an integer', value, at);
  return value;
};

export const flag: Reader<boolean> = (value, at) => {
  if (typeof value !== 'boolean') throw mismatch('true or false', value, at);
  return value;
};

/** A config as Digdag holds it: 1 and 1.0 told apart, keys in order. */
export const config: Reader<ConfigMap> = (value, at) => {
  if (!isMap(value)) throw mismatch('an object', value, at);
  return value;
};

export function listOf<T>(item: Reader<T>): Reader<T[]> {
  return (value, at) => {
    if (!Array.isArray(value)) throw mismatch('a list', value, at);
    return value.map((each, index) => item(each, `${at}[${index}]`));
  };
}

/** Null where the field is null or absent. */
export function orNull<T>(reader: Reader<T>): Reader<T | null> {
  return (value, at) => (value === undefined || value === null ? null : reader(value, at));
}

/** Undefined where the field is absent. */
export function optional<T>(reader: Reader<T>): Reader<T | undefined> {
  return (value, at) => (value === undefined ? undefined : reader(value, at));
}

/** Reads the fields of an object by name; fields that nobody asks for are left aside. */
export function fields(value: Value | undefined, at: string): <T>(name: string, reader: Reader<T>) => T {
  const map = config(value, at);
  return (name, reader) => reader(map.get(name), at === '' ? name : `${at}.${name}`);
}

/** The one field of a wrapping object: `{"projects":[…]}`. */
export function inField<T>(name: string, reader: Reader<T>): Reader<T> {
  return (value, at) => fields(value, at)(name, reader);
}

function mismatch(expected: string, value: Value | undefined, at: string): AnswerError {
  return new AnswerError(`${at === '' ? 'the answer' : at} should be ${expected}, but is ${kindOf(value)}`);
}

/** What a value is; never the value itself, which may be a secret. */
function kindOf(value: Value | undefined): string {
  if (value === undefined) return 'absent';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (isMap(value)) return 'an object';
  if (typeof value === 'string') return 'a text';
  return typeof value === 'boolean' ? 'true or false' : 'a number';
}
