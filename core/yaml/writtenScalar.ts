/** Jackson puts these into quotes itself (YAMLGenerator, since 2.9.10); a key `null` it does not. */
const quotedByJackson = /^(?:true|True|TRUE|false|False|FALSE|yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF)$/;

/** How SnakeYAML's emitter writes a mapping's key: plain where that reads back as the same text, else in quotes. */
export function keyText(key: string): string {
  if (quotedByJackson.test(key)) return `"${key}"`;
  const style = keyStyle(key);
  if (style === 'plain') return key;
  return style === 'single' ? `'${key.replaceAll("'", "''")}'` : `"${[...key].map(escaped).join('')}"`;
}

/** Whether a key fits before a `:`; others are written behind a `?` (Emitter.checkSimpleKey). */
export function isSimpleKey(key: string): boolean {
  return key !== '' && key.length < 128 && !lineBreak.test(key);
}

const lineBreak = /[\n\r\u0085\u2028\u2029]/;

/** Emitter.analyzeScalar, for a key of one line. */
function keyStyle(key: string): 'plain' | 'single' | 'double' {
  if (/[^\n\u0020-\u007e\u0085\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(key) || lineBreak.test(key))
    return 'double';
  return key === '' || /^ | $/.test(key) || hasIndicator(key) ? 'single' : 'plain';
}

function hasIndicator(key: string): boolean {
  if (/^(---|\.\.\.)/.test(key) || /^[#,[\]{}&*!|>'"%@`]/.test(key) || /^[-?:]([\0 \t]|$)/.test(key)) return true;
  return /:([\0 \t]|$)/.test(key.slice(1)) || /[\0 \t]#/.test(key);
}

const replacements: Readonly<Record<string, string>> = {
  '\0': '\\0',
  '\u0007': '\\a',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\u000b': '\\v',
  '\f': '\\f',
  '\r': '\\r',
  '\u001b': '\\e',
  '"': '\\"',
  '\\': '\\\\',
  '\u0085': '\\N',
  '\u00a0': '\\_',
  '\u2028': '\\L',
  '\u2029': '\\P',
};

/** One character (a code point) inside of double quotes. */
export function escaped(character: string): string {
  const replacement = replacements[character];
  if (replacement !== undefined) return replacement;
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x20 && code <= 0x7e) return character;
  if (code < 0xa0) return `\\x${hex(code, 2)}`;
  if (code > 0xffff) return `\\U${hex(code, 8)}`;
  const printable = code < 0xd800 || (code >= 0xe000 && code <= 0xfffd);
  return printable ? character : `\\u${hex(code, 4)}`;
}

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, '0');
}
