import { isBreak, isBreakOrEnd, isDigit, isSpaceBreakOrEnd } from './characters.ts';
import { scannerFault } from './fault.ts';
import type { Scanner } from './scanner.ts';
import { Token } from './token.ts';

const context = 'while scanning a block scalar';

/** Reads a scalar behind `|` or `>`. */
export function scanBlock(scanner: Scanner): Token {
  const { source } = scanner;
  const start = scanner.position;
  const folded = source.charCodeAt(start) === 62;
  scanner.position++;
  const header = scanHeader(scanner, start);
  skipHeaderLine(scanner, start);
  let end = scanner.position;
  const least = Math.max(scanner.indent + 1, 1);
  let indent = least + header.increment - 1;
  let breaks: string;
  if (header.increment === 0) {
    const found = scanIndentation(scanner);
    breaks = found.breaks;
    indent = Math.max(least, found.indent);
  } else {
    breaks = scanBreaks(scanner, indent);
  }
  let text = '';
  let lineBreak = '';
  while (scanner.column === indent && source.charCodeAt(scanner.position) !== 0) {
    const from = scanner.position;
    const beginsBlank = isBlankAt(source, from);
    let to = from;
    while (!isBreakOrEnd(source.charCodeAt(to))) to++;
    scanner.position = to;
    text += breaks + scanner.text.slice(from, to);
    lineBreak = scanner.lineBreak();
    end = scanner.position;
    breaks = scanBreaks(scanner, indent);
    if (scanner.column !== indent || source.charCodeAt(scanner.position) === 0) break;
    if (folded && lineBreak === '\n' && !beginsBlank && !isBlankAt(source, scanner.position)) {
      if (breaks === '') text += ' ';
    } else {
      text += lineBreak;
    }
  }
  if (header.chomping !== 'strip') text += lineBreak;
  if (header.chomping === 'keep') text += breaks;
  return new Token('<scalar>', start, end, text, folded ? 'folded' : 'literal');
}

function isBlankAt(source: string, position: number): boolean {
  const code = source.charCodeAt(position);
  return code === 32 || code === 9;
}

interface Header {
  readonly chomping: 'clip' | 'strip' | 'keep';
  /** 0 where the indentation is to be found. */
  readonly increment: number;
}

function scanHeader(scanner: Scanner, start: number): Header {
  let chomping = scanChomping(scanner);
  const increment = scanIncrement(scanner, start);
  if (chomping === undefined && increment !== 0) chomping = scanChomping(scanner);
  const code = scanner.source.charCodeAt(scanner.position);
  if (!isSpaceBreakOrEnd(code)) {
    const problem = `expected chomping or indentation indicators, but found ${shown(scanner)}`;
    throw scannerFault(problem, scanner.position, context, start);
  }
  return { chomping: chomping ?? 'clip', increment };
}

function scanChomping(scanner: Scanner): 'strip' | 'keep' | undefined {
  const code = scanner.source.charCodeAt(scanner.position);
  if (code !== 43 && code !== 45) return undefined;
  scanner.position++;
  return code === 43 ? 'keep' : 'strip';
}

function scanIncrement(scanner: Scanner, start: number): number {
  const code = scanner.source.charCodeAt(scanner.position);
  if (!isDigit(code)) return 0;
  if (code === 48) {
    const problem = 'expected indentation indicator in the range 1-9, but found 0';
    throw scannerFault(problem, scanner.position, context, start);
  }
  scanner.position++;
  return code - 48;
}

function skipHeaderLine(scanner: Scanner, start: number): void {
  const { source } = scanner;
  while (source.charCodeAt(scanner.position) === 32) scanner.position++;
  if (source.charCodeAt(scanner.position) === 35) {
    while (!isBreakOrEnd(source.charCodeAt(scanner.position))) scanner.position++;
  }
  if (scanner.lineBreak() === '' && source.charCodeAt(scanner.position) !== 0) {
    const problem = `expected a comment or a line break, but found ${shown(scanner)}`;
    throw scannerFault(problem, scanner.position, context, start);
  }
}

/** `x(120)`, as SnakeYAML shows a character. */
function shown(scanner: Scanner): string {
  const code = scanner.source.codePointAt(scanner.position) ?? 0;
  return `${String.fromCodePoint(code)}(${code})`;
}

/** Skips blank lines; the indentation is the widest of them and of the first line with text. */
function scanIndentation(scanner: Scanner): { breaks: string; indent: number } {
  let breaks = '';
  let indent = 0;
  for (;;) {
    const code = scanner.source.charCodeAt(scanner.position);
    if (code === 32) {
      scanner.position++;
      if (scanner.column > indent) indent = scanner.column;
    } else if (isBreak(code)) {
      breaks += scanner.lineBreak();
    } else {
      return { breaks, indent };
    }
  }
}

/** Skips blank lines up to `indent`. */
function scanBreaks(scanner: Scanner, indent: number): string {
  let breaks = '';
  for (;;) {
    while (scanner.column < indent && scanner.source.charCodeAt(scanner.position) === 32) scanner.position++;
    const next = scanner.lineBreak();
    if (next === '') return breaks;
    breaks += next;
  }
}
