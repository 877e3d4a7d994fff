import { toJson } from '../../../core/value/json.ts';
import { parseJson } from '../../../core/value/parseJson.ts';
import type { Value } from '../../../core/value/value.ts';
import { AnswerError } from './errors.ts';
import type { Reader } from './read.ts';

/** What a call asks for, before it is known of which server. Names of headers are in lower case. */
export interface ApiRequest {
  readonly method: string;
  /** Path and query: `/api/projects?count=1`. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

/** An answer, its content encoding undone. Names of headers are in lower case. */
export interface ApiAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** One call of the API as data: what is sent, and how the answer is read. `DigdagServer.ask` performs it. */
export interface Call<T> {
  readonly request: ApiRequest;
  /** Reads an answer of status 2xx or `alsoReads`. Throws an AnswerError where it is not what Digdag sends. */
  readonly read: (answer: ApiAnswer) => T | Promise<T>;
  /** A status that is no error of this call although it is none of 2xx. */
  readonly alsoReads?: number;
}

export function get<T>(target: string, reader: Reader<T>): Call<T> {
  return { request: { method: 'GET', target, headers: {} }, read: inJson(reader) };
}

export function remove<T>(target: string, reader: Reader<T>): Call<T> {
  return { request: { method: 'DELETE', target, headers: {} }, read: inJson(reader) };
}

/** Fields that are undefined are not sent. */
export function sendJson<T>(
  method: 'PUT' | 'POST',
  target: string,
  body: Readonly<Record<string, Value | undefined>>,
  reader: Reader<T>,
): Call<T> {
  const bytes = new TextEncoder().encode(toJson(given(body)));
  const headers = { 'content-type': 'application/json' };
  return { request: { method, target, headers, body: bytes }, read: inJson(reader) };
}

/** The map of what is not undefined. */
export function given(fields: Readonly<Record<string, Value | undefined>>): Map<string, Value> {
  const map = new Map<string, Value>();
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) map.set(name, value);
  return map;
}

function inJson<T>(reader: Reader<T>): (answer: ApiAnswer) => T {
  return (answer) => reader(jsonOf(answer), '');
}

/** The JSON of an answer; throws an AnswerError where there is none. */
export function jsonOf({ body }: ApiAnswer): Value {
  const value = parseJson(new TextDecoder().decode(body));
  if (value === undefined) throw new AnswerError('the answer should be JSON, but is not');
  return value;
}
