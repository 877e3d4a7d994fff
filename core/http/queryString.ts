import { urlDecode } from './urlEncoding.ts';

/**
 * Takes `a=1&b=2` apart as Apache's URLEncodedUtils.parse: at `&` and `;`, white space around dropped and inside joined, values in
 * double quotes unquoted (`&` may stand in them), parts without a name left out. A part without `=` has no value.
 */
export function parseQueryString(text: string): [name: string, value: string | undefined][] {
  const found: [string, string | undefined][] = [];
  let rest = text;
  while (rest !== '') {
    const name = readToken(rest, /^[^=&; \t\r\n]+/);
    rest = rest.slice(name.length);
    const value = rest.startsWith('=') ? readToken(rest.slice(1), /^[^&; \t\r\n"]+/, quoted) : undefined;
    rest = rest.slice((value ? value.length + 1 : 0) + 1);
    if (name.text !== '') found.push([urlDecode(name.text), value && urlDecode(value.text)]);
  }
  return found;
}

const quoted = /^"((?:\\[\s\S]|[^"\\])*)(?:"|$)/;

/** Words joined by single spaces, up to what is neither a word nor white space (TokenParser). */
function readToken(text: string, word: RegExp, quotedWord?: RegExp): { text: string; length: number } {
  let read = '';
  let length = 0;
  for (;;) {
    const space = /^[ \t\r\n]*/.exec(text.slice(length))?.[0].length ?? 0;
    const rest = text.slice(length + space);
    const inQuotes = quotedWord?.exec(rest);
    const found = inQuotes ?? word.exec(rest);
    length += space + (found?.[0].length ?? 0);
    if (!found) return { text: read, length };
    read += (space > 0 && read !== '' ? ' ' : '') + (inQuotes ? unescaped(inQuotes[1] ?? '') : found[0]);
  }
}

function unescaped(text: string): string {
  return text.replace(/\\(["\\])|[\r\n]/g, '$1');
}
