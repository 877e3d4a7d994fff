import type { Call } from '../../../runner/net/digdag/call.ts';
import { Given, givenBody, givenQuery } from './given.ts';
import { type RecordedRequest, recordedHeader, unescaped } from './recording.ts';

/** What a recorded request says, in the client's terms. */
interface Arguments {
  /** A part of the path, by its name in the pattern. */
  readonly part: (name: string) => string;
  readonly query: Given;
  readonly body: Given;
  readonly archive: Uint8Array;
}

/** A method and a path of Digdag's API, and the typed call for it. */
export interface Route {
  readonly method: string;
  /** `/api/projects/{id}` */
  readonly path: string;
  /** The body that Digdag documents for it. */
  readonly consumes?: 'application/json' | 'application/gzip';
  readonly call: (given: Arguments) => Call<unknown>;
}

/** The typed call of a recorded request; `isWhole` where it sends all that was recorded, and nothing was left out on purpose. */
export interface TypedCall {
  readonly call: Call<unknown>;
  readonly isWhole: boolean;
}

/** Finds the route by method and path, never by what the recording is called. */
export function typedCall(routes: readonly Route[], request: RecordedRequest): TypedCall | undefined {
  for (const route of routes) {
    const parts = route.method === request.method ? matched(route.path, pathOf(request)) : undefined;
    if (parts) return callOf(route, parts, request);
  }
  return undefined;
}

function callOf(route: Route, parts: ReadonlyMap<string, string>, request: RecordedRequest): TypedCall {
  const isJson = route.consumes === 'application/json';
  const json = isJson ? givenBody(request.body) : undefined;
  const body = json ?? new Given(new Map());
  const query = givenQuery(request.path);
  const archive = Buffer.from(request.body ?? '');
  const call = route.call({ part: (name) => parts.get(name) ?? '', query, body, archive });
  const isAsDocumented =
    recordedHeader(request.headers, 'content-type') === route.consumes && (json !== undefined) === isJson;
  return { call, isWhole: isAsDocumented && !pathOf(request).endsWith('/') && query.isWhole && body.isWhole };
}

function pathOf({ path }: RecordedRequest): string {
  return path.split('?')[0] ?? '';
}

/** The parts of a path by their names in a pattern; undefined where it does not match. A slash at the end is none of Digdag's, but it answers. */
function matched(pattern: string, path: string): Map<string, string> | undefined {
  const names = pattern.split('/');
  const parts = path.replace(/\/$/, '').split('/');
  if (names.length !== parts.length) return undefined;
  const found = new Map<string, string>();
  for (const [index, name] of names.entries()) {
    const part = parts[index] ?? '';
    if (name.startsWith('{') && part !== '') found.set(name.slice(1, -1), unescaped(part));
    else if (name !== part) return undefined;
  }
  return found;
}
