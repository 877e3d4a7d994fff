/** SnakeYAML reads its text in blocks of so many UTF-16 units, and one more where a surrogate pair would be cut (StreamReader.update). */
const blockLength = 1024;

/** The block of the text in which an offset lies; at the end of the text the last one. */
export function blockAround(text: string, offset: number): { readonly start: number; readonly end: number } {
  let start = 0;
  for (;;) {
    let end = start + blockLength;
    if ((text.charCodeAt(end - 1) & 0xfc00) === 0xd800) end++;
    if (offset < end || end >= text.length) return { start, end: Math.min(end, text.length) };
    start = end;
  }
}
