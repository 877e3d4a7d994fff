import { describe, expect, it } from 'vitest';
import { said } from '../../test/support/rules.ts';
import { treasureData } from './treasure-data.ts';
import { unknownOperator } from './unknown-operator.ts';

const target = 'treasure-data';

describe('treasure-data', () => {
  it('tells what the service does not run, and what to use', () => {
    const text = '+a:\n  sh>: ls\n+b:\n  td>: q.sql\n  download_file: x.csv\n+c:\n  _type: emr\n';
    expect(said(treasureData, text, 'main.dig', target)).toMatchObject([
      { at: 'sh>', message: 'Treasure Data does not run sh>. Write a custom script for py> instead.' },
      { at: 'download_file' },
      { at: 'emr' },
    ]);
    expect(said(treasureData, text)).toEqual([]);
  });

  it('tells full names beyond 640 bytes once, at the innermost task', () => {
    const name = 'n'.repeat(220);
    const deep = `+${name}:\n  +${name}:\n    +${name}:\n      +b:\n        td>: q.sql\n`;
    expect(said(treasureData, deep, 'main.dig', target)).toMatchObject([{ at: '+b' }]);
    expect(said(treasureData, `+${name}:\n  +${name}:\n    td>: q.sql\n`, 'main.dig', target)).toEqual([]);
  });

  it('tells batches that are wider than what runs at once', () => {
    const wide = (limit: number) => `+a:\n  _parallel: {limit: ${limit}}\n  +b:\n    echo>: x\n`;
    expect(said(treasureData, wide(40), 'main.dig', target)).toMatchObject([{ at: '40', severity: 'information' }]);
    expect(said(treasureData, wide(30), 'main.dig', target)).toEqual([]);
  });

  it('tells tasks that wait for more than a day', () => {
    expect(said(treasureData, '+a:\n  wait>: 25h\n', 'main.dig', target)).toMatchObject([{ at: '25h' }]);
    expect(said(treasureData, '+a:\n  wait>: 1d\n+b:\n  wait>: ${x}\n', 'main.dig', target)).toEqual([]);
  });

  it('knows the operators that only the service has', () => {
    const text = '+a:\n  s3_delete>: b/k\n+b:\n  snowflake>: q.sql\n  account_identifier: A\n  user: u\n';
    expect(said(unknownOperator, text)).toHaveLength(2);
    expect(said(unknownOperator, text, 'main.dig', target)).toEqual([]);
  });
});
