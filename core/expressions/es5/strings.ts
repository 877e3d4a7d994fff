import { ScriptError, type Token } from './token.ts';

const plain: Readonly<Record<'"' | "'", RegExp>> = { '"': /[^"\\\n\r]*/y, "'": /[^'\\\n\r]*/y };
const letters: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

/** The string that begins at a place. The line separators of Unicode may stand in it: Graal follows ECMAScript 2019 there. Throws a ScriptError. */
export function readString(text: string, start: number): Omit<Token, 'afterLineBreak' | 'start'> {
  const quote = text[start] === '"' ? '"' : "'";
  let value = '';
  let octal = false;
  for (let at = start + 1; ; ) {
    plain[quote].lastIndex = at;
    const run = plain[quote].exec(text)?.[0] ?? '';
    value += run;
    at += run.length;
    if (text[at] === quote) return { kind: 'string', value, end: at + 1, octal };
    if (text[at] !== '\\' || at + 1 >= text.length) throw new ScriptError('Unterminated string constant', start);
    const read = readEscape(text, at + 1);
    value += read.value;
    octal ||= read.octal;
    at = read.end;
  }
}

/** What stands behind a backslash. */
function readEscape(text: string, at: number): { value: string; end: number; octal: boolean } {
  const letter = text[at] ?? '';
  if (letter === 'x' || letter === 'u') {
    const digits = (letter === 'x' ? /^[\dA-Fa-f]{2}/ : /^[\dA-Fa-f]{4}/).exec(text.slice(at + 1, at + 5))?.[0];
    if (digits === undefined) throw new ScriptError('Bad character escape sequence', at + 1);
    return { value: String.fromCharCode(Number.parseInt(digits, 16)), end: at + 1 + digits.length, octal: false };
  }
  const digits = /^(?:[0-3][0-7]{0,2}|[4-7][0-7]?)/.exec(text.slice(at, at + 3))?.[0];
  if (digits !== undefined) {
    const end = at + digits.length;
    const value = String.fromCharCode(Number.parseInt(digits, 8));
    return { value, end, octal: digits !== '0' || /[89]/.test(text[end] ?? '') };
  }
  if (letter === '\r' && text[at + 1] === '\n') return { value: '', end: at + 2, octal: false };
  if (/[\n\r\u2028\u2029]/.test(letter)) return { value: '', end: at + 1, octal: false };
  return { value: letters[letter] ?? letter, end: at + 1, octal: letter === '8' || letter === '9' };
}
