import type { Catalog } from '../../../core/catalog/catalog.ts';
import { type Level, operatorOf } from '../position/surroundings.ts';
import type { Typed } from '../position/typed.ts';
import type { Offer } from './offer.ts';

/** The `headers` of http> and http_call>: a list of maps with one key each. */
export function isHeaders(catalog: Catalog, levels: readonly Level[]): boolean {
  const last = levels.at(-1);
  const operator = last?.key === 'headers' ? operatorOf(catalog, last.siblings)?.name : undefined;
  return operator === 'http' || operator === 'http_call' || (last?.key === 'headers' && levels.at(-2)?.key === 'http');
}

/** One item of the list has one header. */
export function headerNames({ keys, items }: Typed): Offer[] {
  if (keys.length > 0) return [];
  const there = new Set(items.map((item) => item.replace(/\s*:.*$/, '').toLowerCase()));
  return names
    .filter((name) => !there.has(name.toLowerCase()))
    .map((label, index) => ({ label, kind: 'parameter', rank: String(index).padStart(2, '0') }));
}

export function headerValues(name: string): Offer[] {
  const known = values.get(name.toLowerCase()) ?? [];
  return known.map((label, index) => ({ label, kind: 'value', rank: String(index) }));
}

/** Most common first. */
const names = [
  'Content-Type',
  'Accept',
  'Authorization',
  'User-Agent',
  'X-Api-Key',
  'Cache-Control',
  'Accept-Language',
  'Accept-Encoding',
  'Content-Encoding',
  'Cookie',
  'ETag',
  'Idempotency-Key',
  'If-Match',
  'If-Modified-Since',
  'If-None-Match',
  'Origin',
  'Referer',
  'X-Request-Id',
  'X-Requested-With',
];

const types = ['application/json', 'application/x-www-form-urlencoded', 'application/x-yaml', 'text/plain', 'text/csv'];

const values: ReadonlyMap<string, readonly string[]> = new Map([
  ['content-type', types],
  ['accept', [...types, '*/*']],
  ['authorization', ['Bearer ${secret:http.token}', 'Basic ${secret:http.basic}']],
  ['accept-encoding', ['gzip', 'identity']],
  ['cache-control', ['no-cache', 'no-store']],
]);
