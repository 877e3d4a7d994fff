import { expect, it } from 'vitest';
import { OpenDocument } from './openDocument.ts';

const at = (line: number, character: number) => ({ line, character });

it('tells what became of its text since it was last asked', () => {
  const document = new OpenDocument('file:///p/main.dig', 'digdag', 1, '+a:\n  echo>: x\n');
  expect(document.takeChange()).toBeUndefined();
  expect(document.takeChange()).toEqual({ start: 0, end: 0, newLength: 0 });
  document.update([{ range: { start: at(1, 9), end: at(1, 10) }, text: 'long' }], 2);
  document.update([{ range: { start: at(1, 13), end: at(1, 13) }, text: '!' }], 3);
  expect(document.takeChange()).toEqual({ start: 13, end: 14, newLength: 5 });
  document.update([{ text: '+b: {}\n' }], 4);
  document.update([{ range: { start: at(0, 0), end: at(0, 1) }, text: '' }], 5);
  expect(document.takeChange()).toBeUndefined();
});

it('tells the lines that changed since it was last asked, and nothing of the text that it was opened with', () => {
  const document = new OpenDocument('file:///p/main.dig', 'digdag', 1, '+a:\n  echo>: x\n');
  expect(document.takeChangedLines()).toBeUndefined();
  expect(document.takeChangedLines()).toEqual([]);
  document.update([{ range: { start: at(1, 9), end: at(1, 10) }, text: 'y' }], 2);
  expect(document.takeChangedLines()).toEqual(['  echo>: x', '  echo>: y']);
  document.update([{ text: '+b: {}\n' }], 3);
  document.update([{ range: { start: at(0, 0), end: at(0, 1) }, text: '' }], 4);
  expect(document.takeChangedLines()).toBeUndefined();
});
