import { toJson } from '../../../core/value/json.ts';
import { parseJson } from '../../../core/value/parseJson.ts';
import { isMap, type Value } from '../../../core/value/value.ts';
import type { ReceivedRequest } from './answeringServer.ts';
import { type RecordedRequest, recordedHeader, unescaped } from './recording.ts';

/** Headers that change what a server does; the others are the connection's. */
const relevant = ['content-type', 'accept', 'accept-encoding', 'authorization'];

/** What differs between the one request that was recorded and those that came; escapes, the order of a query and of JSON keys do not. */
export function requestDifferences(recorded: RecordedRequest, received: readonly ReceivedRequest[]): string[] {
  const [request, ...more] = received;
  if (!request || more.length > 0) return [`${received.length} requests were sent, not one`];
  const names = new Set([...relevant, ...recorded.headers.map(([name]) => name.toLowerCase())]);
  const body = recorded.body ?? '';
  return [
    ...difference('method', recorded.method, request.method),
    ...difference('path', normalised(recorded.path), normalised(request.target)),
    ...[...names].flatMap((name) =>
      difference(name, recordedHeader(recorded.headers, name), request.headers.get(name)),
    ),
    ...difference('body', canonical(body), canonical(request.body.toString())),
    // An upload must tell its length (ProjectResource): what is sent in chunks is refused.
    ...difference('content-length', lengthOf(request.body), request.headers.get('content-length') ?? '0'),
  ];
}

function lengthOf(body: Buffer): string {
  return String(body.length);
}

function difference(what: string, recorded: string | undefined, sent: string | undefined): string[] {
  return recorded === sent ? [] : [`${what}: recorded ${recorded}\n${' '.repeat(what.length)}  sent     ${sent}`];
}

function normalised(target: string): string {
  const [path = '', query = ''] = target.split(/\?(.*)/s);
  const parts = path.split('/').map((part) => encodeURIComponent(unescaped(part)));
  const pairs = [...new URLSearchParams(query)].map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${parts.join('/')}?${pairs.sort().join('&')}`;
}

function canonical(body: string): string {
  const value = parseJson(body);
  return value === undefined ? body : toJson(sorted(value));
}

function sorted(value: Value): Value {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isMap(value)) return value;
  const names = [...value.keys()].sort();
  return new Map(names.map((name) => [name, sorted(value.get(name) ?? null)]));
}
