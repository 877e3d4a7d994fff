/**
 * Decodes bytes as `new String(bytes, name)` of Java does.
 * @param name the charset as a header writes it; no quotes, no spaces around, any case
 * @returns undefined where Java does not know the charset ("x (unsupported charset)")
 */
export function decode(bytes: Uint8Array, name: string): string | undefined {
  const label = name.toLowerCase();
  const oneByte = singleByte[label];
  if (oneByte) return fromBytes(bytes, oneByte);
  if (label === 'utf-16' || label === 'utf_16' || label === 'unicode' || label === 'unicodebig') return utf16(bytes);
  const encoding = encodings[label];
  return encoding === undefined ? undefined : new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}

/** Java's decoding of UTF-8, which keeps a byte order mark. */
export function decodeUtf8(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

type ByteReader = (byte: number) => string;

const latin1: ByteReader = (byte) => String.fromCharCode(byte);
/** Written out, because some versions of Node take this charset for ISO-8859-1. */
const windows1252Upper =
  '\u20ac\ufffd\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\ufffd\u017d\ufffd\ufffd\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\ufffd\u017e\u0178';
const windows1252: ByteReader = (byte) => windows1252Upper[byte - 0x80] ?? String.fromCharCode(byte);
const ascii: ByteReader = (byte) => (byte < 0x80 ? String.fromCharCode(byte) : '\ufffd');

/** The browser's decoders take these names for windows-1252; Java does not. */
const singleByte: Readonly<Record<string, ByteReader>> = Object.fromEntries([
  ...['windows-1252', 'cp1252', 'cp5348', 'ibm-1252', 'ibm1252'].map((name) => [name, windows1252]),
  ...[
    'iso-8859-1',
    'iso8859_1',
    'iso8859-1',
    'iso_8859-1',
    'iso_8859_1',
    'latin1',
    'l1',
    'ibm819',
    'cp819',
    '819',
    '8859_1',
    'csisolatin1',
    'iso-ir-100',
    'iso_8859-1:1987',
    'ibm-819',
  ].map((name) => [name, latin1]),
  ...[
    'us-ascii',
    'ascii',
    'ascii7',
    'iso646-us',
    '646',
    'iso_646.irv:1991',
    'iso_646.irv:1983',
    'ansi_x3.4-1968',
    'ansi_x3.4-1986',
    'us',
    'cp367',
    'ibm367',
    'iso-ir-6',
    'default',
    'csascii',
  ].map((name) => [name, ascii]),
]);

/** Java's names (and their usual aliases) to those of TextDecoder. */
const encodings: Readonly<Record<string, string>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'unicode-1-1-utf-8': 'utf-8',
  'utf-16be': 'utf-16be',
  'utf-16le': 'utf-16le',
  shift_jis: 'shift_jis',
  'shift-jis': 'shift_jis',
  sjis: 'shift_jis',
  'windows-31j': 'shift_jis',
  ms932: 'shift_jis',
  windows932: 'shift_jis',
  'euc-jp': 'euc-jp',
  eucjp: 'euc-jp',
  euc_jp: 'euc-jp',
  'iso-2022-jp': 'iso-2022-jp',
  gbk: 'gbk',
  cp936: 'gbk',
  gb2312: 'gbk',
  gb18030: 'gb18030',
  big5: 'big5',
  'euc-kr': 'euc-kr',
  'koi8-r': 'koi8-r',
  koi8_r: 'koi8-r',
  'koi8-u': 'koi8-u',
  ...numbered('iso-8859-', [2, 3, 4, 5, 6, 7, 8, 13, 15, 16], 'iso-8859-'),
  ...numbered('iso8859_', [2, 3, 4, 5, 6, 7, 8, 13, 15], 'iso-8859-'),
  ...numbered('windows-', [1250, 1251, 1253, 1254, 1255, 1256, 1257, 1258], 'windows-'),
  ...numbered('cp', [1250, 1251, 1253, 1254, 1255, 1256, 1257, 1258], 'windows-'),
};

function numbered(java: string, numbers: readonly number[], web: string): Record<string, string> {
  return Object.fromEntries(numbers.map((number) => [`${java}${number}`, `${web}${number}`]));
}

function fromBytes(bytes: Uint8Array, read: ByteReader): string {
  let text = '';
  for (const byte of bytes) text += read(byte);
  return text;
}

/** The byte order mark decides and is dropped; big endian without one. */
function utf16(bytes: Uint8Array): string {
  const little = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(little ? 'utf-16le' : 'utf-16be').decode(bytes);
}
