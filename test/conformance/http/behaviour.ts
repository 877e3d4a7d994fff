import { gzipSync } from 'node:zlib';

/** What a recorded server does with a request (conformance/README.md). */
export interface Behaviour {
  readonly status?: number;
  readonly reason?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly encoding?: string;
  /** Seconds before the answer. */
  readonly delay?: number;
  readonly close?: boolean;
  readonly gzip?: boolean;
  readonly chunked?: boolean;
  readonly noLength?: boolean;
  readonly version?: string;
}

/** By path, `*` for any other; of a list the last is repeated. */
export type Routes = Readonly<Record<string, Behaviour | readonly Behaviour[]>>;

/** Picks the behaviour of the n-th request (from 0) to a path. */
export function behaviourOf(routes: Routes, path: string, count: number): Behaviour {
  const route = routes[path] ?? routes['*'] ?? { body: 'default' };
  if (!isList(route)) return route;
  return route[Math.min(count, route.length - 1)] ?? {};
}

function isList(route: Behaviour | readonly Behaviour[]): route is readonly Behaviour[] {
  return Array.isArray(route);
}

/** The bytes of an answer, and whether the connection must end behind it. */
export function answerBytes(behaviour: Behaviour, method: string): { bytes: Buffer; end: boolean } {
  const { status = 200, reason = 'Reason', version = '1.1', noLength = false, chunked = false } = behaviour;
  const text = Buffer.from(behaviour.body ?? '', behaviour.encoding?.startsWith('latin') ? 'latin1' : 'utf8');
  const body = behaviour.gzip ? gzipSync(text) : text;
  const headers = Object.entries(behaviour.headers ?? {});
  const given = headers.some(([name]) => name.toLowerCase() === 'content-length');
  if (behaviour.gzip) headers.push(['Content-Encoding', 'gzip']);
  if (chunked) headers.push(['Transfer-Encoding', 'chunked']);
  else if (!given && !noLength && status !== 204 && status !== 304)
    headers.push(['Content-Length', String(body.length)]);
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  const head = Buffer.from(`HTTP/${version} ${status} ${reason}\r\n${lines}\r\n`, 'latin1');
  const empty = method === 'HEAD' || status === 204 || status === 304;
  const sent = empty ? Buffer.alloc(0) : chunked ? chunk(body) : body;
  return { bytes: Buffer.concat([head, sent]), end: noLength || version === '1.0' };
}

function chunk(body: Buffer): Buffer {
  const half = Math.ceil(body.length / 2);
  const parts = [body.subarray(0, half), body.subarray(half)].filter((part) => part.length > 0);
  const framed = parts.flatMap((part) => [Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from('\r\n')]);
  return Buffer.concat([...framed, Buffer.from('0\r\n\r\n')]);
}
