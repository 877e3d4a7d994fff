/** Java's String.trim: spaces and every control character. */
export function trimJava(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what Java's trim takes away
  return text.replace(/^[\u0000-\u0020]+|[\u0000-\u0020]+$/g, '');
}
