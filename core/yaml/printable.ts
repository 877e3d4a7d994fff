import { blockAround } from './blocks.ts';

/**
 * The first character that YAML does not allow: a control character, U+FFFE, U+FFFF or half a surrogate pair. -1 where there is none.
 */
export function findUnprintable(text: string): number {
  for (let index = text.search(suspect); index >= 0 && index < text.length; index++) {
    const code = text.charCodeAt(index);
    if ((code >= 0x20 && code < 0x7f) || code === 10) continue;
    if ((code & 0xf800) !== 0xd800) {
      if (suspect.test(text.charAt(index))) return index;
    } else if ((code & 0x0400) !== 0 || (text.charCodeAt(index + 1) & 0xfc00) !== 0xdc00) {
      return index;
    } else {
      index++;
    }
  }
  return -1;
}

/** What is not allowed, and surrogates, of which pairs are. */
const suspect = /[^\t\n\r -~\u0085\u00a0-\ud7ff\ue000-\ufffd]/;

/** Where the block begins with which SnakeYAML reads, and refuses, this character: what fails before that place is reported instead. */
export function blockStart(text: string, index: number): number {
  return blockAround(text, index).start;
}
