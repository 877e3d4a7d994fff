/** Java's URLEncoder with UTF-8: letters, digits and `.-*_` stay, a space becomes `+`. Half a surrogate pair becomes `?`. */
export function urlEncode(text: string): string {
  return encodeURIComponent(wellFormed(text))
    .replace(/%20/g, '+')
    .replace(/[!'()~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Java's URLDecoder with UTF-8, lenient as Apache's URLEncodedUtils: a `%` without two hex digits stays. */
export function urlDecode(text: string): string {
  const bytes: number[] = [];
  for (const part of text.replaceAll('+', ' ').split(/(%[0-9a-fA-F]{2})/)) {
    if (/^%[0-9a-fA-F]{2}$/.test(part)) bytes.push(Number.parseInt(part.slice(1), 16));
    else bytes.push(...utf8(part));
  }
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(new Uint8Array(bytes));
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
