import { expect, it } from 'vitest';
import { applyEdits } from '../applyEdits.ts';
import { withoutTabs } from './tabs.ts';

it.each([
  ['+a:\n\t+b:\n\t\techo>: x\n', '+a:\n  +b:\n    echo>: x\n'],
  ['+a:\n    echo>: x\n+b:\n\techo>: y\n', '+a:\n    echo>: x\n+b:\n  echo>: y\n'],
  ['a:\n  b:\n\tc: 1\n    d: 2\n', 'a:\n  b:\n    c: 1\n    d: 2\n'],
  ['a:\n    b: 1\n\tc: 2\n', 'a:\n    b: 1\n    c: 2\n'],
  ['a:\n\tb:\n    c: 1\n', 'a:\n  b:\n    c: 1\n'],
])('%j', (before, after) => {
  const edits = withoutTabs(before).map((edit) => ({ path: '/p', ...edit }));
  expect(applyEdits(before, edits)).toBe(after);
});
