import type { TextEdit } from '../finding.ts';

interface Line {
  readonly start: number;
  /** The blanks and tabs before the first character. */
  readonly indent: string;
  readonly text: string;
}

/**
 * Gives lines that are indented by tabs the indentation that their author most likely sees: a tab is two blanks where nothing is indented by
 * blanks; else a line stands as deep as its neighbour, or one step deeper below a line that ends in a colon.
 */
export function withoutTabs(source: string): Omit<TextEdit, 'path'>[] {
  const lines = [...source.matchAll(/^([ \t]*)(\S.*)$/gm)]
    .map((match): Line => ({ start: match.index, indent: match[1] ?? '', text: match[2]?.trimEnd() ?? '' }))
    .filter(({ text }) => !text.startsWith('#'));
  const mixed = lines.some(({ indent }) => /^ +$/.test(indent));
  const edits: Omit<TextEdit, 'path'>[] = [];
  let above = { width: 0, opens: false };
  for (const [index, line] of lines.entries()) {
    const { start, indent, text } = line;
    const hasTab = indent.includes('\t');
    const width = hasTab ? widthOf(line, mixed ? { above, below: lines[index + 1] } : undefined) : indent.length;
    if (hasTab) edits.push({ start, end: start + indent.length, newText: ' '.repeat(width) });
    above = { width, opens: opens(text) };
  }
  return edits;
}

interface Neighbours {
  readonly above: { readonly width: number; readonly opens: boolean };
  readonly below: Line | undefined;
}

function widthOf({ indent, text }: Line, neighbours: Neighbours | undefined): number {
  if (!neighbours) return indent.replaceAll('\t', '  ').length;
  const { above, below } = neighbours;
  if (!above.opens) return above.width;
  const next = below && !below.indent.includes('\t') ? below.indent.length : 0;
  return next > above.width && !opens(text) ? next : above.width + 2;
}

function opens(text: string): boolean {
  return /:(?:[ \t]+#.*)?$/.test(text);
}
