import { describe, expect, it } from 'vitest';
import { said } from '../../test/support/rules.ts';
import { includeOverridden } from './include-overridden.ts';

describe('include-overridden', () => {
  const values = '_export:\n  a: 1\n  b: 2\n';

  it('where a map below the include loses keys', () => {
    const files = { 'main.dig': "!include : 'values.yml'\n_export:\n  a: 3\n+t:\n  echo>: x\n", 'values.yml': values };
    expect(said(includeOverridden, files)).toMatchObject([{ at: '_export' }]);
  });

  it('not where the map stands above it, or writes every key anew', () => {
    const above = { 'main.dig': "_export:\n  a: 3\n!include : 'values.yml'\n+t:\n  echo>: x\n", 'values.yml': values };
    expect(said(includeOverridden, above)).toEqual([]);
    const anew = { 'main.dig': "!include : 'values.yml'\n_export:\n  b: 3\n  a: 3\n", 'values.yml': values };
    expect(said(includeOverridden, anew)).toEqual([]);
  });
});

it('takes a list with more items than a call takes arguments', () => {
  expect(said(includeOverridden, `_export:\n  list:\n${'    - 1\n'.repeat(150_000)}  !include : none.yml\n`)).toEqual(
    [],
  );
});
