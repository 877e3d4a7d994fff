import { expect, it } from 'vitest';
import { applyEdits } from '../rules/applyEdits.ts';
import { indentNewLine } from './newLine.ts';

/** The text after Enter at `‸`, when the editor has left the new line as it was broken. */
function entered(marked: string, width = 2): string {
  const at = marked.indexOf('‸');
  const text = marked.replace('‸', '\n');
  return applyEdits(text, indentNewLine(text, at + 1, width));
}

it.each([
  ['+a:‸', '+a:\n  '],
  ['+a:\n  echo>: x‸', '+a:\n  echo>: x\n  '],
  ['+a:\n  sh>: |‸', '+a:\n  sh>: |\n    '],
  ['+a:\n  sh>: |-  # why‸', '+a:\n  sh>: |-  # why\n    '],
  ['+a:\n  sh>: |4‸', '+a:\n  sh>: |4\n      '],
  ['+a:\n  sh>: |\n    if x:‸', '+a:\n  sh>: |\n    if x:\n    '],
  ['+a:\n  sh>: |\n    for x\n      y‸\n+b:', '+a:\n  sh>: |\n    for x\n      y\n      \n+b:'],
  ['+a:\n  _export: &x  # all‸', '+a:\n  _export: &x  # all\n    '],
  ['+a:\n  "k:v": 1‸', '+a:\n  "k:v": 1\n  '],
  ['+a:\n  headers:\n    - x: 1‸', '+a:\n  headers:\n    - x: 1\n      '],
  ['+a:\n  list:\n    - x‸', '+a:\n  list:\n    - x\n    '],
  ['+a:\n  # note:‸', '+a:\n  # note:\n  '],
  ['+a:\n  url: http://x‸', '+a:\n  url: http://x\n  '],
])('%j', (before, after) => {
  expect(entered(before)).toBe(after);
});

it('follows the width of the editor, and leaves lines that hold something or stand below a blank one', () => {
  expect(entered('+a:‸', 4)).toBe('+a:\n    ');
  expect(entered('+a:‸echo>: x')).toBe('+a:\necho>: x');
  expect(entered('+a:\n\n‸')).toBe('+a:\n\n\n');
  expect(indentNewLine('+a:\r\n  ', 7, 2)).toEqual([]);
});
