import { expect, it } from 'vitest';
import { scriptPlace } from './script.ts';

const behind = (script: string) =>
  scriptPlace(script).behind?.map((link) => link.literal ?? `${link.name}${link.called ? `(${link.given})` : ''}`);
const call = (script: string) => {
  const open = scriptPlace(script).call;
  return open && `${open.chain.map(({ name }) => name).join('.')} ${open.argument}`;
};

it('tells what stands before a dot', () => {
  expect(behind('moment(session_time).add(1, "d").')).toEqual(['moment(1)', 'add(2)']);
  expect(behind('a + td.last_results.')).toEqual(['td', 'last_results']);
  expect(behind('"x".')).toEqual(['string']);
  expect(behind('[1, 2].')).toEqual(['array']);
  expect(behind('(moment()).')).toEqual(['moment(0)']);
  expect(behind('moment({a: 1}).')).toEqual(['moment(1)']);
  expect(behind('a[0].')).toEqual([]);
  expect(behind('a + ')).toBeUndefined();
});

it('tells the call and the argument, also in a text', () => {
  expect(call('moment().add(1, ')).toBe('moment.add 1');
  expect(call('moment().format("YY')).toBe('moment.format 0');
  expect(scriptPlace('moment().format("YY').quote).toBe(16);
  expect(call('moment(x).add(f(1), ')).toBe('moment.add 1');
  expect(call('moment(x)')).toBeUndefined();
  expect(call('(a, ')).toBeUndefined();
});
