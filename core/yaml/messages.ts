import { blockAround } from './blocks.ts';
import { isBreakOrEnd } from './characters.ts';
import type { Fault } from './fault.ts';
import { lineColumn } from './lines.ts';

/** The whole message of a fault, as SnakeYAML's MarkedYAMLException prints it: what, where, and an excerpt of the line. */
export function markedMessage(text: string, fault: Fault): string {
  const { context, problem, start } = fault;
  if (!fault.java.endsWith('Exception') || !marked.has(fault.java)) return problem;
  let message = '';
  if (context) message += `${context.text}\n`;
  if (context && context.start >= 0) message += `${mark(text, context.start)}\n`;
  return `${message}${problem}\n${mark(text, start)}\n`;
}

const marked = new Set([
  'ScannerException',
  'ParserException',
  'ComposerException',
  'ConstructorException',
  'TagException',
]);

function mark(text: string, offset: number): string {
  const { line, column } = lineColumn(text, offset);
  return ` in 'string', line ${line}, column ${column}:\n${snippet(text, offset)}`;
}

/** The most code points of a line that an excerpt shows on each side, and how many of them make room for dots. */
const half = 36;
const dots = 5;

function snippet(whole: string, offset: number): string {
  // What is not read yet is not shown.
  const text = whole.slice(0, blockAround(whole, offset).end);
  const before = around(text, offset, -1);
  const after = around(text, offset, 1);
  const head = before.cut ? ' ... ' : '';
  const tail = after.cut ? ' ... ' : '';
  const shown = [...before.characters.reverse(), ...after.characters].join('');
  return `    ${head}${shown}${tail}\n${' '.repeat(4 + before.characters.length + head.length)}^`;
}

function around(text: string, offset: number, step: 1 | -1): { characters: string[]; cut: boolean } {
  const characters: string[] = [];
  let index = offset;
  while (step === 1 ? index < text.length : index > 0) {
    const code = step === 1 ? text.codePointAt(index) : codePointBefore(text, index);
    if (code === undefined || isBreakOrEnd(code)) break;
    const character = String.fromCodePoint(code);
    characters.push(character);
    index += step * character.length;
    if (characters.length > half) return { characters: characters.slice(0, -dots), cut: true };
  }
  return { characters, cut: false };
}

function codePointBefore(text: string, index: number): number | undefined {
  const low = text.charCodeAt(index - 1);
  const isPair = index > 1 && (low & 0xfc00) === 0xdc00 && (text.charCodeAt(index - 2) & 0xfc00) === 0xd800;
  return isPair ? text.codePointAt(index - 2) : low;
}
