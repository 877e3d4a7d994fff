import { describe, expect, it } from 'vitest';
import { said } from '../../test/support/rules.ts';
import { parallelStore } from './parallel-store.ts';

const query = (name: string, store = 'true') =>
  `  +${name}:\n    td>: {data: select 1}\n    store_last_results: ${store}\n`;
const read = '+read:\n  echo>: ${td.last_results.n}\n';

describe('parallel-store', () => {
  it('a result of several parallel tasks', () => {
    const source = `+load:\n  _parallel: true\n${query('a')}${query('b')}${read}`;
    expect(said(parallelStore, source)).toMatchObject([
      { at: '${td.last_results.n}', message: expect.stringContaining('+main+load+b') },
    ]);
  });

  it.each([
    `+load:\n${query('a')}${query('b')}${read}`,
    `+load:\n  _parallel: true\n${query('a')}${query('b', 'false')}${read}`,
    `+load:\n  _parallel: true\n${query('a')}${query('b')}+c:\n  td>: {data: select 1}\n  store_last_results: true\n${read}`,
    `+load:\n  _parallel: true\n${query('a')}${query('b')}    _after: [+a]\n${read}`,
    `+load:\n  _parallel: true\n${query('a')}${query('b')}+c:\n  echo>: \${td.last_job_id}\n`,
    '+l:\n  _parallel: true\n  +g:\n    +a:\n      td>: {data: select 1}\n      store_last_results: true\n    +b:\n      echo>: ${td.last_results.n}\n  +h:\n    +a:\n      td>: {data: select 1}\n      store_last_results: true\n',
  ])('not in %j', (source) => {
    expect(said(parallelStore, source)).toEqual([]);
  });
});
