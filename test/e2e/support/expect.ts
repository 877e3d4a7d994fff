/** Throws with both where a text is not as it must be. */
export function expectMatch(text: string, pattern: RegExp): void {
  if (!pattern.test(text)) throw new Error(`Expected ${pattern} in:\n${text}`);
}

export function expectEqual(found: unknown, expected: unknown): void {
  const [a, b] = [JSON.stringify(found), JSON.stringify(expected)];
  if (a !== b) throw new Error(`Expected ${b}, found ${a}`);
}
