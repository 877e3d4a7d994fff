/** Java's URLEncoder with UTF-8: letters, digits and `.-*_` stay, a space becomes `+`. Half a surrogate pair becomes `?`. */
export function urlEncode(text: string): string {
  return encodeURIComponent(wellFormed(text))
    .replace(/%20/g, '+')
    .replace(/[!'()~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

/**
 * Apache's URLEncodedUtils.decodeFormFields: a `%` without two hex digits stays, `+` is a space. Of an unescaped character only the lower
 * byte counts, so that text beyond ASCII comes out broken; Digdag sends it so.
 */
export function urlDecode(text: string): string {
  const bytes: number[] = [];
  for (let index = 0; index < text.length; index++) {
    const escapedByte = /^%([0-9a-fA-F]{2})/.exec(text.slice(index, index + 3))?.[1];
    if (escapedByte !== undefined) index += 2;
    bytes.push(escapedByte === undefined ? lowerByte(text.charAt(index)) : Number.parseInt(escapedByte, 16));
  }
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(new Uint8Array(bytes));
}

function lowerByte(character: string): number {
  return character === '+' ? 0x20 : character.charCodeAt(0) & 0xff;
}

/** Java's String.getBytes(UTF_8). */
export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(wellFormed(text));
}

/** Java's String.getBytes(ISO_8859_1) as text of characters up to U+00FF; what does not fit becomes `?`. */
export function latin1(text: string): string {
  return text.replace(/[\u{100}-\u{10ffff}]/gu, '?');
}

function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '?');
}
