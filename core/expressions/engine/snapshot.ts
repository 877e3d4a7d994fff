/** Parts of a memory as they were, in their order. */
export type Snapshot = readonly { readonly start: number; readonly bytes: Uint8Array<ArrayBuffer> }[];

/** So many zeros on end (1 MiB) are the unused part of the stack, five sixths of all, or memory behind all that is used. */
const longestZeros = 1024 * 1024;

/**
 * What has to be put back so that a run finds the memory as it is now: all of it but long stretches of zeros. What a run leaves in these is never read:
 * C writes into its stack, and into memory that it takes anew, before it reads there.
 */
export function takeSnapshot(memory: ArrayBuffer): Snapshot {
  const words = new Uint32Array(memory);
  const parts: { start: number; bytes: Uint8Array<ArrayBuffer> }[] = [];
  let at = nextUsed(words, 0);
  while (at < words.length) {
    const start = at;
    let end = at;
    while (at < words.length && (at - end) * 4 < longestZeros) {
      end = nextZero(words, at);
      at = nextUsed(words, end);
    }
    parts.push({ start: start * 4, bytes: new Uint8Array(memory.slice(start * 4, end * 4)) });
  }
  return parts;
}

function nextUsed(words: Uint32Array, from: number): number {
  let at = from;
  while (at < words.length && words[at] === 0) at++;
  return at;
}

function nextZero(words: Uint32Array, from: number): number {
  let at = from;
  while (at < words.length && words[at] !== 0) at++;
  return at;
}
