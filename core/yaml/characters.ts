/**
 * Character classes of YAML 1.1 in SnakeYAML's reading. `0` stands for the end of the text: the scanner works on a text with a NUL behind it,
 * so that no loop has to compare with a length.
 */
const breakClass = 1;
const blankClass = 2;
const endClass = 4;
const wordClass = 8;
const uriClass = 16;

const classes = new Uint8Array(256);
const mark = (characters: string, kind: number): void => {
  for (const character of characters) classes[character.charCodeAt(0)] = (classes[character.charCodeAt(0)] ?? 0) | kind;
};
const word = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-_';
mark('\n\r\u0085', breakClass);
mark(' \t', blankClass);
mark('\0', endClass);
mark(word, wordClass);
mark(`${word}-;/?:@&=+$,_.!~*'()[]%`, uriClass);

function has(code: number, kinds: number): boolean {
  return code < 256 && ((classes[code] ?? 0) & kinds) !== 0;
}

/** A line end: LF, CR, NEL, LS or PS. */
export function isBreak(code: number): boolean {
  return has(code, breakClass) || code === 0x2028 || code === 0x2029;
}

/** A line end or the end of the text. */
export function isBreakOrEnd(code: number): boolean {
  return has(code, breakClass | endClass) || code === 0x2028 || code === 0x2029;
}

/** A space or a tab. */
export function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}

/** A space, a tab, a line end or the end of the text. */
export function endsWord(code: number): boolean {
  return has(code, breakClass | blankClass | endClass) || code === 0x2028 || code === 0x2029;
}

/** Like `endsWord`, but a tab does not count: it may not stand behind tags, directives and block scalar headers. */
export function isSpaceBreakOrEnd(code: number): boolean {
  return code === 32 || isBreakOrEnd(code);
}

/** Anchors, aliases, directives and tag handles consist of these: ASCII letters, digits, `-` and `_`. */
export function isWord(code: number): boolean {
  return has(code, wordClass);
}

/** What a tag may be written with. */
export function isUri(code: number): boolean {
  return has(code, uriClass);
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
