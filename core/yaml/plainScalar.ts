import { endsWord, isBlank } from './characters.ts';
import type { Scanner } from './scanner.ts';
import { Token } from './token.ts';

/**
 * Reads a plain scalar. It ends at `: ` and ` #`, in flow collections also at `,?[]{}`; it goes on over line ends while lines are indented
 * deeper than the block around it.
 */
export function scanPlain(scanner: Scanner): Token {
  const { source, flowLevel } = scanner;
  const start = scanner.position;
  const indent = scanner.indent + 1;
  let end = start;
  let text = '';
  let spaces = '';
  let lines = 0;
  while (source.charCodeAt(scanner.position) !== 35) {
    const from = scanner.position;
    const to = endOnLine(source, from, flowLevel !== 0);
    if (to === from) break;
    scanner.allowSimpleKey = false;
    text = text === '' ? scanner.text.slice(from, to) : text + spaces + scanner.text.slice(from, to);
    end = to;
    lines++;
    scanner.position = to;
    spaces = scanSpaces(scanner);
    if (spaces === '' || (flowLevel === 0 && scanner.column < indent)) break;
  }
  const token = new Token('<scalar>', start, end, text);
  if (lines > 1) scanner.multiLine = token;
  return token;
}

/** Where the words that stand on one line end; blanks behind the last do not belong to it. */
function endOnLine(source: string, from: number, inFlow: boolean): number {
  let end = from;
  let position = from;
  for (;;) {
    const word = inFlow ? endInFlow(source, position) : endInBlock(source, position);
    if (word === position) return end;
    end = word;
    position = word;
    let code = source.charCodeAt(position);
    while (code === 32 || code === 9) code = source.charCodeAt(++position);
    if (position === end || code === 35) return end;
  }
}

function endInBlock(source: string, from: number): number {
  let position = from;
  for (;;) {
    const code = source.charCodeAt(position);
    if (code > 58 && code < 128) position++;
    else if (endsWord(code) || (code === 58 && endsWord(source.charCodeAt(position + 1)))) return position;
    else position++;
  }
}

function endInFlow(source: string, from: number): number {
  let position = from;
  for (;;) {
    const code = source.charCodeAt(position);
    if (endsWord(code) || isFlowEnd(code) || code === 63) return position;
    if (code === 58) {
      const next = source.charCodeAt(position + 1);
      if (endsWord(next) || isFlowEnd(next)) return position;
    }
    position++;
  }
}

/** `,`, `[`, `]`, `{` or `}`. */
function isFlowEnd(code: number): boolean {
  return code === 44 || code === 91 || code === 93 || code === 123 || code === 125;
}

/** Skips what stands between two parts; returns what it means in the text, nothing where the scalar cannot go on. */
function scanSpaces(scanner: Scanner): string {
  const { source } = scanner;
  const from = scanner.position;
  while (isBlank(source.charCodeAt(scanner.position))) scanner.position++;
  const blanks = scanner.position;
  const first = scanner.lineBreak();
  if (first === '') return from === blanks ? '' : scanner.text.slice(from, blanks);
  scanner.allowSimpleKey = true;
  let breaks = '';
  let next = '';
  do {
    breaks += next;
    if (atMarker(scanner)) return '';
    while (source.charCodeAt(scanner.position) === 32) scanner.position++;
    next = scanner.lineBreak();
  } while (next !== '');
  if (first !== '\n') return first + breaks;
  return breaks === '' ? ' ' : breaks;
}

/** SnakeYAML ends a plain scalar at `---` whatever follows it, at `...` only as a word. */
function atMarker(scanner: Scanner): boolean {
  const code = scanner.source.charCodeAt(scanner.position);
  if (code === 45) return scanner.startsWith('---');
  return code === 46 && scanner.startsWith('...') && scanner.atDocumentMarker();
}
