import { describe, expect, it } from 'vitest';
import { said } from '../../test/support/rules.ts';
import { optionValue } from './option-value.ts';

describe('option-value', () => {
  it.each([
    ['+a:\n  if>: yes\n  _do: {echo>: x}\n', 'yes'],
    ['+a:\n  wait>: 10\n', '10'],
    ['+a:\n  loop>: many\n  _do: {echo>: x}\n', 'many'],
    ['+a:\n  http>: http://h/\n  headers: {a: b}\n', '{a: b}'],
    ['+a:\n  http>: http://h/\n  headers: ${h}\n', '${h}'],
    ['+a:\n  http>: http://h/\n  timeout: 5s\n', '5s'],
    ['+a:\n  mail>: {data: x}\n  cc: a@example.com\n', 'a@example.com'],
    ['+a:\n  td>: {data: x}\n  engine: trino\n', 'trino'],
    ['+a:\n  echo>: {a: 1}\n', '{a: 1}'],
  ])('%s', (source, at) => {
    expect(said(optionValue, source)).toMatchObject([{ at }]);
  });

  it('has fixes for words of other YAMLs and single values', () => {
    expect(said(optionValue, '+a:\n  http>: http://h/\n  retry: yes\n')[0]?.fixed).toEqual([
      '+a:\n  http>: http://h/\n  retry: true\n',
    ]);
    expect(said(optionValue, '+a:\n  loop>: 2\n  _parallel: 3\n  _do: {echo>: x}\n')[0]?.fixed).toEqual([
      '+a:\n  loop>: 2\n  _parallel: {limit: 3}\n  _do: {echo>: x}\n',
    ]);
  });

  it.each([
    '+a:\n  if>: ${x}\n  _do: {echo>: x}\n',
    '+a:\n  if>: "true"\n  _do: {echo>: x}\n',
    '+a:\n  if>: 1\n  _do: {echo>: x}\n',
    '+a:\n  loop>: "3"\n  _parallel: "${p}"\n  _do: {echo>: x}\n',
    '+a:\n  for_each>: ${list}\n  _do: {echo>: x}\n',
    '+a:\n  td_ddl>:\n  create_tables: ${tables}\n',
    '+a:\n  http>: http://h/\n  method: post\n  content_format: JSON\n  timeout: "5"\n',
    '+a:\n  echo>: 1.5\n',
    '+a:\n  mail>: {data: x}\n  to: a@example.com\n  html: ${html}\n  cc:\n',
    '+a:\n  unknown>: x\n  timeout: y\n',
  ])('not %s', (source) => {
    expect(said(optionValue, source)).toEqual([]);
  });
});
