import { describe, expect, it } from 'vitest';
import { path, query } from './target.ts';

describe('path', () => {
  it('escapes its parts', () => {
    expect(path`/api/logs/${'1'}/files/${'+main+a b@6b/..?x#.gz'}`).toBe(
      '/api/logs/1/files/%2Bmain%2Ba%20b%406b%2F..%3Fx%23.gz',
    );
  });

  it('refuses parts that would lead elsewhere', () => {
    for (const part of ['', '.', '..']) expect(() => path`/api/projects/${part}`).toThrow(RangeError);
  });
});

describe('query', () => {
  it("spells names as Digdag's, repeats lists, leaves out what is undefined", () => {
    expect(query({ lastId: '3', name: undefined, clearSchedule: ['a&b', 'c+d'], includeRetried: true })).toBe(
      '?last_id=3&clear_schedule=a%26b&clear_schedule=c%2Bd&include_retried=true',
    );
    expect(query({ name: undefined })).toBe('');
  });
});
