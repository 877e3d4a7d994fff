/** Keys in the order in which a java.util.HashSet made of them goes through them: Digdag lists unused keys like that. */
export function hashOrder(keys: readonly string[]): string[] {
  let size = 16;
  while (size * 0.75 < keys.length) {
    size *= 2;
  }
  const bucket = (key: string): number => (hash(key) & (size - 1)) >>> 0;
  return keys
    .map((key, index) => ({ key, index, bucket: bucket(key) }))
    .sort((a, b) => a.bucket - b.bucket || a.index - b.index)
    .map(({ key }) => key);
}

/** String.hashCode, with HashMap's spread of its upper half. */
function hash(text: string): number {
  let code = 0;
  for (let index = 0; index < text.length; index++) {
    code = (Math.imul(31, code) + text.charCodeAt(index)) | 0;
  }
  return code ^ (code >>> 16);
}
