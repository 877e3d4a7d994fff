import { describe, expect, it } from 'vitest';
import { said } from '../../test/support/rules.ts';
import { unknownOption } from './unknown-option.ts';

describe('unknown-option', () => {
  it('near-misses of options, also inside of maps', () => {
    const source = '+a:\n  http>: http://h/\n  methd: POST\n  store_contnt: true\n  proxy: {enabeld: true}\n';
    expect(
      said(unknownOption, source)
        .map(({ at }) => at)
        .sort(),
    ).toEqual(['enabeld', 'methd', 'store_contnt']);
    expect(said(unknownOption, '+a:\n  for_each>: {v: [1]}\n  _paralell: true\n  _do: {echo>: x}\n')).toMatchObject([
      { fixed: ['+a:\n  for_each>: {v: [1]}\n  _parallel: true\n  _do: {echo>: x}\n'] },
    ]);
  });

  it.each([
    '+a:\n  td>: q.sql\n  source: a\n  dest_db: b\n  dest_table: c\n  tables: d\n',
    '+a:\n  py>: m.f\n  table: x\n  value: y\n  script_name: z\n',
    '+a:\n  sh>: echo $shells ${dockers}\n  shells: x\n  dockers: y\n',
    '+a:\n  param_set>:\n  dockr: x\n',
    '+a:\n  slack>: x\n  methd: y\n',
    '+a:\n  py>: m.f\n  bk_type: x\n  type: y\n  command: z\n',
  ])('never variables: %s', (source) => {
    expect(said(unknownOption, source)).toEqual([]);
  });

  it('never what the file of the task mentions', () => {
    const main = '+a:\n  td>: q.sql\n  databse: x\n';
    expect(said(unknownOption, { 'main.dig': main, 'q.sql': 'select 1' })).toHaveLength(1);
    expect(said(unknownOption, { 'main.dig': main, 'q.sql': 'select ${databse}' })).toEqual([]);
  });

  it('options without their _ where keys are no variables', () => {
    expect(said(unknownOption, '+a:\n  for_each>: {v: [1]}\n  parallel: true\n  _do: {echo>: x}\n')).toMatchObject([
      { at: 'parallel' },
    ]);
  });
});
