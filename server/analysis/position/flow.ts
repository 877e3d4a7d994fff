import { lineStartOf } from '../../../core/text/lineStart.ts';
import type { Level } from './surroundings.ts';

/** Where a place is inside of `{…}` and `[…]`. */
export interface Flow {
  /** The offset of the outermost bracket. */
  readonly start: number;
  /** The keys on the way down, below the one whose value the outermost bracket is. */
  readonly levels: readonly Level[];
  /** The other keys, or items, of the innermost collection. */
  readonly keys: readonly string[];
  readonly items: readonly string[];
  readonly inMap: boolean;
  /** The key whose value is typed; absent where a key or an item is. */
  readonly key?: string;
  /** Where the key, value or item begins that is typed. */
  readonly entryStart: number;
  /** Inside of a quoted text, which begins there. */
  readonly quote: number | undefined;
}

interface Frame {
  readonly bracket: '{' | '[';
  readonly entries: string[];
  key: string | undefined;
  entryStart: number;
}

/** What may stand before a collection that is a value: a key's colon, a dash, a tag or an anchor. */
const opener = /(?:^[ ]*|[:,-][ ]+|[[{][ ]*)(?:[&!]\S+[ ]+)*([[{])/g;
/** A collection that is spread over more lines than this is told no more. */
const mostLines = 200;

/** @returns undefined where the place is in no open bracket that YAML would see */
export function flowAt(text: string, offset: number): Flow | undefined {
  let found: Flow | undefined;
  let end = offset;
  for (let lines = 0; lines < mostLines && end >= 0; lines++) {
    const lineStart = lineStartOf(text, end);
    const line = text.slice(lineStart, end);
    const start = lineStart + firstOpener(line);
    if (start >= lineStart && (!found || start < found.start)) found = scanFlow(text, start, offset) ?? found;
    // a key at the margin ends the search: it belongs to no collection above
    if (/^[^\s#\]}]/.test(line)) break;
    end = lineStart - 1;
  }
  return found;
}

function firstOpener(line: string): number {
  if (!/[[{]/.test(line) || /^\s*#/.test(line)) return Number.NEGATIVE_INFINITY;
  for (const match of line.matchAll(opener)) {
    const at = match.index + match[0].length - 1;
    if (!line.slice(0, at).includes(' #') && !isInQuotes(line.slice(0, at))) return at;
  }
  return Number.NEGATIVE_INFINITY;
}

function isInQuotes(before: string): boolean {
  const value = /:[ ]+(["'])/.exec(before);
  if (!value) return false;
  return before.slice(value.index + value[0].length).split(value[1] ?? '"').length % 2 === 1;
}

/** Reads a collection up to a place in it; undefined where it ends before. */
function scanFlow(text: string, start: number, offset: number): Flow | undefined {
  const frames: Frame[] = [];
  let quote: number | undefined;
  for (let at = start; at < offset; at++) {
    const char = text[at];
    const frame = frames.at(-1);
    if (quote !== undefined) {
      if (char === '\\' && text[quote] === '"') at++;
      else if (char === text[quote]) quote = undefined;
      continue;
    }
    if ((char === '"' || char === "'") && frame && text.slice(frame.entryStart, at).trim() === '') quote = at;
    else if (char === '$' && text[at + 1] === '{') at = Math.min(expressionEnd(text, at), offset);
    else if (char === '#' && /\s/.test(text[at - 1] ?? '')) at = Math.max(at, text.indexOf('\n', at));
    else if (char === '{' || char === '[')
      frames.push({ bracket: char, entries: [], key: undefined, entryStart: at + 1 });
    else if (char === '}' || char === ']') {
      frames.pop();
      if (frames.length === 0) return undefined;
    } else if (char === ',' && frame) {
      frame.entries.push(frame.key ?? written(text, frame.entryStart, at));
      frame.key = undefined;
      frame.entryStart = at + 1;
    } else if (char === ':' && frame?.bracket === '{' && frame.key === undefined && endsKey(text, at, offset)) {
      frame.key = written(text, frame.entryStart, at);
      frame.entryStart = at + 1;
    }
  }
  const last = frames.at(-1);
  if (!last) return undefined;
  const around = frames.slice(0, -1).filter(({ bracket }) => bracket === '{');
  const inMap = last.bracket === '{';
  const others = [...last.entries, ...laterEntries(text, offset)].filter((entry) => entry !== '');
  return {
    start,
    levels: around.map(({ key = '', entries }) => ({ key, siblings: [...entries, key], earlier: entries })),
    keys: inMap ? others : [],
    items: inMap ? [] : others,
    inMap,
    ...(last.key !== undefined && { key: last.key }),
    entryStart: Math.min(last.entryStart + blanks(text, last.entryStart), offset),
    quote,
  };
}

/** Whether a colon ends a key: blanks follow it, or it is the last that is typed; behind quotes anything may follow. */
function endsKey(text: string, at: number, offset: number): boolean {
  return at + 1 >= offset || /\s/.test(text[at + 1] ?? '') || /["']/.test(text[at - 1] ?? '');
}

/** The keys or items of the collection behind a place, as far as the line reaches. */
function laterEntries(text: string, offset: number): string[] {
  const lineEnd = text.indexOf('\n', offset);
  const rest = text.slice(offset, lineEnd < 0 ? text.length : lineEnd);
  const entries: string[] = [];
  let depth = 0;
  let begin = -1;
  for (const [at, char] of [...rest].entries()) {
    if (char === '{' || char === '[') depth++;
    else if (char === '}' || char === ']') depth--;
    if ((depth === 0 && char === ',') || depth < 0) {
      if (begin >= 0) entries.push(keyIn(rest.slice(begin, at)));
      begin = at + 1;
    }
    if (depth < 0) break;
  }
  return entries;
}

function keyIn(entry: string): string {
  return unquoted(/^\s*("[^"]*"|'[^']*'|[^:]*?)\s*(?::|$)/.exec(entry)?.[1] ?? entry.trim());
}

function written(text: string, start: number, end: number): string {
  return unquoted(text.slice(start, end).trim());
}

function unquoted(value: string): string {
  return value.replace(/^(["'])(.*)\1$/, '$2');
}

function blanks(text: string, at: number): number {
  return /^\s*/.exec(text.slice(at, at + 400))?.[0].length ?? 0;
}

/** Behind the `}` of an expression, whose braces are counted blindly; where there is none, behind its `${`. */
function expressionEnd(text: string, start: number): number {
  let depth = 0;
  for (let at = start + 1; at < text.length && text[at] !== '\n'; at++) {
    if (text[at] === '{') depth++;
    if (text[at] === '}' && --depth === 0) return at;
  }
  return start + 1;
}
