/** Python and Ruby as far as one must read it to find the arguments of a call: strings, brackets and comments. */

/** One argument of a call, or one entry of a map that is one. */
export interface Argument {
  readonly text: string;
  readonly start: number;
  /** It stands in a `{…}`, not right in the call. */
  readonly inMap: boolean;
}

/** The code with blanks for its comments; every character keeps its place. Strings of one line end with it, whatever they lack. */
export function withoutComments(source: string): string {
  let code = '';
  let from = 0;
  for (let at = 0; at < source.length; at++) {
    const char = source[at];
    if (char === '"' || char === "'") {
      at = stringEnd(source, at) - 1;
    } else if (char === '#') {
      const end = lineEnd(source, at);
      code += source.slice(from, at) + ' '.repeat(end - at);
      from = end;
      at = end - 1;
    }
  }
  return code + source.slice(from);
}

function lineEnd(source: string, at: number): number {
  const end = source.indexOf('\n', at);
  return end < 0 ? source.length : end;
}

/** Behind the string that begins here. */
function stringEnd(source: string, start: number): number {
  const mark = source[start] ?? '';
  const triple = mark.repeat(3);
  if (source.startsWith(triple, start)) {
    const end = source.indexOf(triple, start + 3);
    return end < 0 ? source.length : end + 3;
  }
  for (let at = start + 1; at < source.length && source[at] !== '\n'; at++) {
    if (source[at] === '\\') at++;
    else if (source[at] === mark) return at + 1;
  }
  return lineEnd(source, start);
}

/**
 * The arguments of a call, those of a map in braces one by one.
 * @param at behind the name of the called function
 * @param bare arguments may stand without brackets, as in Ruby
 * @returns undefined where it is no call, or one without an end
 */
export function argumentsAt(code: string, at: number, bare: boolean): Argument[] | undefined {
  const hasBracket = code[at] === '(';
  if (!hasBracket && !bare) return undefined;
  const direct = hasBracket ? split(code, at + 1, ')') : split(code, at, '\n');
  return direct?.flatMap((argument): Argument[] => {
    const brace = argument.start + argument.text.search(/\S/);
    const inner = code[brace] === '{' ? split(code, brace + 1, '}') : undefined;
    const isWhole = inner && code.slice(innerEnd(inner, brace), argument.start + argument.text.length).trim() === '}';
    return inner && isWhole ? inner.map((entry) => ({ ...entry, inMap: true })) : [{ ...argument, inMap: false }];
  });
}

function innerEnd(inner: readonly Piece[], brace: number): number {
  return inner[inner.length - 1]?.end ?? brace + 1;
}

interface Piece {
  readonly text: string;
  readonly start: number;
  /** Behind it and behind the comma that may follow with nothing else. */
  readonly end: number;
}

/** The pieces between commas up to the closing mark; empty ones left out. */
function split(code: string, from: number, close: string): Piece[] | undefined {
  const pieces: Piece[] = [];
  let start = from;
  let depth = 0;
  const add = (end: number): void => {
    const text = code.slice(start, end);
    if (text.trim() !== '') pieces.push({ text, start, end });
  };
  for (let at = from; at < code.length; at++) {
    const char = code[at] ?? '';
    if (char === '"' || char === "'") at = stringEnd(code, at) - 1;
    else if (depth === 0 && char === close) {
      add(at);
      const last = pieces[pieces.length - 1];
      return last ? [...pieces.slice(0, -1), { ...last, end: at }] : pieces;
    } else if ('([{'.includes(char)) depth++;
    else if (')]}'.includes(char)) depth--;
    else if (depth === 0 && char === ',') {
      add(at);
      start = at + 1;
    }
    if (depth < 0) return undefined;
  }
  return undefined;
}
