/** What stands behind a backslash, but for `u`. */
export const escapes: Readonly<Record<string, string>> = {
  b: '\b',
  t: '\t',
  n: '\n',
  f: '\f',
  r: '\r',
  '"': '"',
  '/': '/',
  '\\': '\\',
};

/** A code as Jackson's messages name it: `'x' (code 120)`. */
export function describe(code: number): string {
  if (code < 0x20 || (code >= 0x7f && code <= 0x9f)) return `(CTRL-CHAR, code ${code})`;
  const hex = code > 255 ? ` / 0x${code.toString(16)}` : '';
  return `'${String.fromCharCode(code)}' (code ${code}${hex})`;
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Character.isJavaIdentifierStart */
export function isIdentifierStart(code: number): boolean {
  return /[\p{L}\p{Nl}\p{Sc}\p{Pc}]/u.test(String.fromCharCode(code));
}

/** Character.isJavaIdentifierPart */
export function isIdentifierPart(code: number): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: Java counts ignorable control characters in
  return /[\p{L}\p{N}\p{Sc}\p{Pc}\p{Mc}\p{Mn}\p{Cf}\u0000-\u0008\u000e-\u001b\u007f-\u009f]/u.test(
    String.fromCharCode(code),
  );
}
