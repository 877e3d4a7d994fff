import { endsWord, isBlank, isBreak, isBreakOrEnd } from './characters.ts';
import type { Fault } from './fault.ts';
import { ParsedScalar } from './nodes.ts';
import type { Parser } from './parser.ts';

/** A line that may begin an entry. */
export interface Line {
  /** Offset of its column 0. */
  readonly start: number;
  /** Where its text begins. */
  readonly column: number;
  /** It begins with `key:` or `?`. */
  readonly isKey: boolean;
  /** It begins with `- `. */
  readonly isItem: boolean;
}

/** Where the construct began that a fault broke: an open bracket, a quote, a text that swallowed the next line, or the place of the fault. */
export function brokenStart(parser: Parser, fault: Fault): number {
  const { frames, scanner } = parser;
  const flow = frames.find((frame) => frame.isFlow);
  const starts = [fault.start];
  if (flow) starts.push(flow.start);
  if (fault.context && fault.java === 'ScannerException') starts.push(fault.context.start);
  const { multiLine } = scanner;
  if (multiLine && multiLine.start < fault.start && !hasBreak(scanner.source, multiLine.end, fault.start)) {
    starts.push(multiLine.start);
  }
  const start = Math.min(...starts.filter((place) => place >= 0));
  // A line left of the first key ends the map of the file; it is itself where reading goes on.
  const column = fault.problem.startsWith("expected '<document start>'") ? ownColumn(scanner.text, start) : -1;
  return column >= 0 && start > column ? start - column - 1 : start;
}

/** The next line behind `position` with text that is no comment; undefined at the end of the document. */
export function nextLine(source: string, position: number): Line | undefined {
  let start = position;
  for (;;) {
    while (!isBreakOrEnd(source.charCodeAt(start))) start++;
    if (source.charCodeAt(start) === 0) return undefined;
    start += source.charCodeAt(start) === 13 && source.charCodeAt(start + 1) === 10 ? 2 : 1;
    let text = start;
    while (source.charCodeAt(text) === 32) text++;
    const code = source.charCodeAt(text);
    if (code === 35 || code === 9 || isBreak(code)) continue;
    if (code === 0 || (text === start && isMarker(source, start))) return undefined;
    const isItem = code === 45 && endsWord(source.charCodeAt(text + 1));
    return { start, column: text - start, isItem, isKey: !isItem && isKeyLine(source, text) };
  }
}

function isMarker(source: string, start: number): boolean {
  return (source.startsWith('---', start) || source.startsWith('...', start)) && endsWord(source.charCodeAt(start + 3));
}

function isKeyLine(source: string, start: number): boolean {
  const first = source.charCodeAt(start);
  if (first === 63) return endsWord(source.charCodeAt(start + 1));
  if (first === 93 || first === 125 || first === 44) return false;
  for (let position = start; !isBreakOrEnd(source.charCodeAt(position)); position++) {
    const code = source.charCodeAt(position);
    if (code === 58 && position > start && endsWord(source.charCodeAt(position + 1))) return true;
    if (code === 35 && isBlank(source.charCodeAt(position - 1))) return false;
  }
  return false;
}

/** The column of a text that stands first on its line, else -1. */
export function ownColumn(text: string, position: number): number {
  let start = position;
  while (start > 0 && text.charCodeAt(start - 1) === 32) start--;
  return start === 0 || isBreak(text.charCodeAt(start - 1)) ? position - start : -1;
}

/** A broken scalar as far as its first line goes. */
export function scalarOnLine(text: string, start: number): ParsedScalar {
  let end = start;
  while (end < text.length && !isBreak(text.charCodeAt(end))) {
    if (text.charCodeAt(end) === 35 && isBlank(text.charCodeAt(end - 1))) break;
    end++;
  }
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  const first = text.charCodeAt(start);
  const isQuoted = first === 34 || first === 39;
  const style = first === 34 ? 'double' : first === 39 ? 'single' : 'plain';
  return new ParsedScalar(start, end, undefined, text.slice(isQuoted ? start + 1 : start, end), style);
}

function hasBreak(source: string, from: number, to: number): boolean {
  for (let position = from; position < to; position++) if (isBreak(source.charCodeAt(position))) return true;
  return false;
}
