/** A text with `|` where the cursor is. A `||` stands for one `|` of the text itself. */
export interface CursorText {
  readonly text: string;
  readonly position: { readonly line: number; readonly character: number };
}

export function cursorText(marked: string): CursorText {
  const found = /(?<!\|)\|(?!\|)/.exec(marked);
  if (!found) throw new Error('no | in the text');
  const before = marked.slice(0, found.index).replaceAll('||', '|');
  const text = before + marked.slice(found.index + 1).replaceAll('||', '|');
  const lines = before.split('\n');
  return { text, position: { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 } };
}
