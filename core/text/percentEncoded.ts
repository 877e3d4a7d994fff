/** Bytes as a URI writes those that may not stand in it: `%E6%97%A5`. */
export function percentEncoded(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}
