import { toJson } from '../../../core/value/json.ts';
import { parseJson } from '../../../core/value/parseJson.ts';
import { Float, isMap, type Value } from '../../../core/value/value.ts';
import { DigdagError } from '../../../runner/net/digdag/errors.ts';
import { type RecordedResponse, recordedHeader } from './recording.ts';
import { isHtml, type ServedBody } from './servedBody.ts';

/** What a call came to. */
export type Reached =
  | { readonly kind: 'read'; readonly value: unknown }
  | { readonly kind: 'thrown'; readonly error: unknown };

/** What differs between a recorded answer and what the client made of it. */
export function answerDifferences(response: RecordedResponse, served: ServedBody, reached: Reached): string[] {
  if (isRefusal(response, served)) {
    return reached.kind === 'thrown'
      ? errorDifferences(response, served, reached.error)
      : ['the error was read as a value'];
  }
  return reached.kind === 'read'
    ? valueDifferences(response, served, reached.value)
    : [`the answer was not read: ${reached.error}`];
}

/** A 409 that holds an attempt is none (SERVER.md). */
function isRefusal({ status }: RecordedResponse, { text }: ServedBody): boolean {
  const value = parseJson(text);
  return !(status < 300 || (status === 409 && isMap(value) && value.has('sessionUuid')));
}

function errorDifferences({ status, body }: RecordedResponse, { text }: ServedBody, error: unknown): string[] {
  if (!(error instanceof DigdagError)) return [`another error: ${error}`];
  const value = parseJson(text);
  const words = isMap(value) ? value.get('message') : undefined;
  const wrongPage = isHtml(body)
    ? !error.page || !body.includes(error.page.replace(/…$/, ''))
    : error.page !== undefined;
  return [
    ...(error.status === status ? [] : [`status: recorded ${status}, read ${error.status}`]),
    ...(error.words === words ? [] : [`message: recorded ${words}\n         read     ${error.words}`]),
    ...(wrongPage ? [`page: ${error.page} is not of ${body}`] : []),
  ];
}

function valueDifferences(response: RecordedResponse, { text, decoded }: ServedBody, value: unknown): string[] {
  if (value instanceof Uint8Array) return decoded.equals(value) ? [] : ['other bytes'];
  const recorded =
    recordedHeader(response.headers, 'content-type') === 'application/json' ? parseJson(text) : undefined;
  if (recorded === undefined) return value === text ? [] : [`text: recorded ${text}\n      read     ${value}`];
  if (!isObject(value) || !('attempt' in value)) return differences(recorded, value, '');
  const kind = response.status === 409 ? 'exists' : 'started';
  const wrong = 'kind' in value && value.kind === kind ? [] : [`kind: should be ${kind}`];
  return [...wrong, ...differences(recorded, value.attempt, '')];
}

/** Whether a typed value written as JSON is the recorded one; the order of keys counts inside of configs, and in nothing else. */
function differences(recorded: Value | undefined, read: unknown, at: string): string[] {
  if (Array.isArray(read)) return listDifferences(recorded, read, at);
  if (read instanceof Map)
    return isMap(recorded) ? different(toJson(recorded), toJson(read), at) : different(recorded, read, at);
  if (!isObject(read) || read instanceof Float) return different(recorded, read, at);
  if (!isMap(recorded)) return different(recorded, 'an object', at);
  const fields = new Map<string, unknown>(Object.entries(read).filter(([, value]) => value !== undefined));
  const names = new Set([...recorded.keys(), ...fields.keys()]);
  return [...names].flatMap((name) => differences(recorded.get(name), fields.get(name), `${at}.${name}`));
}

/** A list of its own stands for the one list of a wrapping object. */
function listDifferences(recorded: Value | undefined, read: readonly unknown[], at: string): string[] {
  const [only] = at === '' && isMap(recorded) && recorded.size === 1 ? recorded.values() : [recorded];
  if (!Array.isArray(only)) return different(recorded, 'a list', at);
  const lengths = different(only.length, read.length, `${at}.length`);
  return [...lengths, ...only.flatMap((item, index) => differences(item, read[index], `${at}[${index}]`))];
}

function different(recorded: unknown, read: unknown, at: string): string[] {
  return recorded === read ? [] : [`${at}: recorded ${recorded}, read ${read}`];
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
