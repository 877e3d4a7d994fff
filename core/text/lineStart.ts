/** Where the line of an offset begins. (`lastIndexOf` takes a negative place for 0, where a line break may be.) */
export function lineStartOf(text: string, offset: number): number {
  return offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}
