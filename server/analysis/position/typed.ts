import type { Level } from './surroundings.ts';

/** What is being typed at a place, told from the lines alone: right also where the text is broken or half-typed. */
export interface Typed {
  /** The keys around the place, outermost first. */
  readonly levels: readonly Level[];
  /** The other keys of the map in which the cursor is. */
  readonly keys: readonly string[];
  /** What is typed so far: a key, a value, or a name inside `${`. */
  readonly kind: 'key' | 'value' | 'expression';
  /** The key whose value is typed. */
  readonly key?: string;
  /** Offsets of what is typed and would be replaced. */
  readonly start: number;
  readonly end: number;
}

const keyLine = /^((?:[ ]|-[ ])*)(?:"([^"]*)"|'([^']*)'|([^\s#'"{[][^#]*?))[ ]*:(?=[ ]|$)/;

/** @returns undefined in comments, and in block texts outside of `${` */
export function typedAt(text: string, offset: number): Typed | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const prefix = text.slice(lineStart, offset);
  if (/^\s*#/.test(prefix)) return undefined;
  const written = /^(?:[ ]|-[ ])*/.exec(prefix)?.[0] ?? '';
  const around = linesAround(text, lineStart, written);
  const expression = /\$\{([^}]*?)([\w.$]*)$/.exec(prefix);
  if (expression) {
    const key = keyLine.exec(prefix);
    return { ...around, kind: 'expression', ...(key && { key: keyOf(key) }), ...wordAt(text, offset, /[\w.$]/) };
  }
  if (around.inBlockText) return undefined;
  const pair = keyLine.exec(prefix);
  if (pair) {
    const valueStart = lineStart + pair[0].length + (/^[ ]*/.exec(prefix.slice(pair[0].length))?.[0].length ?? 0);
    return { ...around, kind: 'value', key: keyOf(pair), start: valueStart, end: offset };
  }
  const isKey = /^[\w+>!.-]*$/.test(prefix.slice(written.length));
  return isKey
    ? { ...around, kind: 'key', ...wordAt(text, offset, /[\w+>!.-]/, lineStart + written.length) }
    : undefined;
}

function wordAt(
  text: string,
  offset: number,
  part: RegExp,
  from = 0,
): { readonly start: number; readonly end: number } {
  let start = offset;
  let end = offset;
  while (start > from && part.test(text[start - 1] ?? '')) start--;
  while (part.test(text[end] ?? '')) end++;
  return { start, end };
}

interface Around {
  readonly levels: readonly Level[];
  readonly keys: readonly string[];
  readonly inBlockText: boolean;
}

/** Goes up from a line, and down as far as its map reaches, by indentation. A `- ` before a key counts as indentation of its map. */
function linesAround(text: string, lineStart: number, written: string): Around {
  const levels: Level[] = [];
  const keys = keysBelow(text, lineStart, written.length);
  let siblings = keys;
  let inList = written.includes('-');
  let depth = inList ? written.lastIndexOf('-') : written.length;
  let inBlockText = false;
  for (const line of linesAbove(text, lineStart)) {
    const { width, dash } = indentation(line);
    if (/^\s*(#|$)/.test(line) || width > depth) continue;
    const key = keyLine.exec(line);
    if (width === depth && !inList) {
      if (key) siblings.unshift(keyOf(key));
    } else if (key) {
      inBlockText ||= /:[ ]+(?:!\S+[ ]+)?[|>][-+\d]*[ ]*(?:#.*)?$/.test(line);
      siblings = [keyOf(key)];
      levels.unshift({ key: keyOf(key), siblings });
    } else {
      continue;
    }
    inList = dash >= 0;
    depth = inList ? dash : width;
  }
  return { levels, keys, inBlockText };
}

function indentation(line: string): { readonly width: number; readonly dash: number } {
  const before = /^(?:[ ]|-[ ])*/.exec(line)?.[0] ?? '';
  return { width: before.length, dash: before.lastIndexOf('-') };
}

function* linesAbove(text: string, lineStart: number): Generator<string> {
  for (let end = lineStart - 1; end >= 0; ) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    yield text.slice(start, end).replace(/\r$/, '');
    end = start - 1;
  }
}

/** The keys of the same map below a line. */
function keysBelow(text: string, lineStart: number, indent: number): string[] {
  const keys: string[] = [];
  for (let start = text.indexOf('\n', lineStart) + 1; start > 0; start = text.indexOf('\n', start) + 1) {
    const end = text.indexOf('\n', start);
    const line = text.slice(start, end < 0 ? text.length : end);
    const width = /^[ ]*/.exec(line)?.[0].length ?? 0;
    if (/^\s*(#|$)/.test(line) || width > indent) continue;
    const key = keyLine.exec(line);
    if (width < indent || !key) break;
    keys.push(keyOf(key));
  }
  return keys;
}

function keyOf(match: RegExpExecArray): string {
  return (match[2] ?? match[3] ?? match[4] ?? '').trim();
}
