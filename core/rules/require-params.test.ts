import { describe, expect, it } from 'vitest';
import { said } from '../../test/support/rules.ts';
import { requireParams } from './require-params.ts';

describe('require-params', () => {
  const child = { 'child.dig': '_export: {own: 1}\n+a:\n  echo>: ${own} ${x} ${y} ${session_time}\n' };

  it('what the other workflow needs', () => {
    const main = '_export: {x: 1}\n+a:\n  require>: child\n';
    expect(said(requireParams, { ...child, 'main.dig': main })).toMatchObject([
      {
        at: 'child',
        severity: 'hint',
        message: expect.stringContaining('x, y'),
        fixed: [`${main}  params:\n    x: \${x}\n    y: \${y}\n`],
      },
    ]);
    const some = '+a:\n  require>: child\n  params:\n    x: 1\n';
    expect(said(requireParams, { ...child, 'main.dig': some })).toMatchObject([{ fixed: [`${some}    y: \${y}\n`] }]);
  });

  it.each([
    '+a:\n  require>: child\n  params: {x: 1, y: 2}\n',
    '+a:\n  require>: child\n  params: ${p}\n',
    '+a:\n  require>: child\n  project_name: other\n',
    '+a:\n  require>: nowhere\n',
    '+a:\n  call>: child\n',
  ])('not %j', (main) => {
    expect(said(requireParams, { ...child, 'main.dig': main })).toEqual([]);
  });

  it('not what code of the other workflow stores', () => {
    const files = {
      'main.dig': '+a:\n  require>: child\n',
      'child.dig': '+s:\n  py>: t.f\n+a:\n  echo>: ${x}\n',
      't.py': 'digdag.env.store({"x": 1})\n',
    };
    expect(said(requireParams, files)).toEqual([]);
  });
});
