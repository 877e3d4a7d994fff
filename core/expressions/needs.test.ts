import { describe, expect, it } from 'vitest';
import { needsOf } from './needs.ts';

function paths(script: string): string[] {
  return needsOf(script).paths.map((path) => path.join('.'));
}

describe('needsOf', () => {
  it('tells variables with the members that are named', () => {
    expect(paths(' td.last_results.n ')).toEqual(['td.last_results.n']);
    expect(paths("a.b['c'] + d[e]")).toEqual(['a.b.c', 'd', 'e']);
    expect(paths("moment(session_time).add(1, 'days')")).toEqual(['moment', 'session_time']);
    expect(paths('var a = b')).toEqual([]);
    expect(paths('({a: b})[c]')).toEqual(['b', 'c']);
  });

  it('knows what may read everything', () => {
    expect(needsOf('this.a').everything).toBe(true);
    expect(needsOf('JSON.stringify(this)').everything).toBe(true);
    expect(needsOf('a.b').everything).toBe(false);
  });

  it('knows what changes from run to run', () => {
    const changing = ['moment().unix()', 'new Date()', 'Date.now()', 'Math.random()', 'moment.utc()'];
    expect(changing.filter((script) => !needsOf(script).changing)).toEqual([]);
    expect(needsOf('moment(session_time)').changing).toBe(false);
  });
});
