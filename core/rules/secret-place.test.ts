import { describe, expect, it } from 'vitest';
import { said } from '../../test/support/rules.ts';
import { secretPlace } from './secret-place.ts';

describe('secret-place', () => {
  it('texts that operators get as they are written', () => {
    expect(said(secretPlace, '+a:\n  echo>: x ${secret:k}\n')).toMatchObject([
      { at: '${secret:k}', severity: 'warning', fixed: [] },
    ]);
    expect(said(secretPlace, '+a:\n  td>: q.sql\n  engine: ${secret:k}\n')).toHaveLength(1);
  });

  it('_env in _export, which counts nowhere', () => {
    const source = '_export:\n  _env:\n    K: ${secret:k}\n+a:\n  py>: m.f\n';
    expect(said(secretPlace, source)).toMatchObject([{ at: '${secret:k}' }]);
  });

  it('arguments of Python, with the fix', () => {
    const fixed = ['+a:\n  py>: m.f\n  _env:\n    API_KEY: "${secret:k}"\n  b: 1\n'];
    expect(said(secretPlace, '+a:\n  py>: m.f\n  api-key: "${secret:k}"\n  b: 1\n')).toMatchObject([{ fixed }]);
    expect(said(secretPlace, '+a:\n  py>: m.f\n  k: ${secret:k}\n  _env:\n    B: 1\n')).toMatchObject([
      { fixed: ['+a:\n  py>: m.f\n  _env:\n    K: ${secret:k}\n    B: 1\n'] },
    ]);
  });

  it('the slip secrets:, everywhere', () => {
    expect(said(secretPlace, '+a:\n  sh>: run ${secrets:k}\n')).toMatchObject([
      { at: '${secrets:k}', severity: 'error', fixed: ['+a:\n  sh>: run ${secret:k}\n'] },
    ]);
  });

  it.each([
    'sh>: run ${secret:k} ${secret:${x}}',
    'sh>: run\n  _env: {K: "${secret:k}"}',
    'http>: https://example.com/${secret:k}\n  headers:\n    - a: "${secret:k}"\n  content: {a: "${secret:k}"}\n  query: a=${secret:k}',
    'td>: q.sql\n  result_url: s3://${secret:k}\n  database: ${secret:td.database}\n  in_the_query: ${secret:k}',
    'emr>:\n  cluster: x\n  steps:\n    - type: command\n      command: x\n      args: ["${secret:k}"]',
    'k: ${secret:k}\n  sh>: run ${k}',
    'plugged>: ${secret:k}',
    'call>: other\n  a: ${secret:k}',
    '_export: {a: "${secret:k}"}\n  sh>: run ${a}',
  ])('not %j', (task) => {
    expect(said(secretPlace, `+a:\n  ${task}\n`)).toEqual([]);
  });
});
