import type { TextEdit } from '../rules/finding.ts';
import type { Lines } from '../rules/support/edits.ts';
import { lineStartOf } from '../text/lineStart.ts';

/** The lines of a text between two offsets that begin lines. */
function* linesBetween(text: string, start: number, end: number): Generator<{ start: number; end: number }> {
  for (let at = start; at < end; ) {
    const next = text.indexOf('\n', at) + 1 || text.length;
    yield { start: at, end: Math.min(next, end) };
    at = next;
  }
}

/** Moves lines to the right. Lines without a character stay so. */
export function shifted(path: string, text: string, lines: Pick<Lines, 'start' | 'end'>, by: number): TextEdit[] {
  const newText = ' '.repeat(by);
  return [...linesBetween(text, lines.start, lines.end)].flatMap(({ start, end }) =>
    isBlank(text.slice(start, end)) ? [] : [{ path, start, end: start, newText }],
  );
}

/** Lines as they stand `from` columns further left (as far as they are blank there), and then `to` columns further right. */
export function reindented(text: string, from: number, to = 0): string {
  return [...linesBetween(text, 0, text.length)]
    .map(({ start, end }) => text.slice(start, end))
    .map((line) => (isBlank(line) ? line : ' '.repeat(to) + line.slice(Math.min(from, leadingSpaces(line)))))
    .join('');
}

function leadingSpaces(line: string): number {
  return /^ */.exec(line)?.[0].length ?? 0;
}

function isBlank(line: string): boolean {
  return line === '\n' || line === '\r\n' || line === '';
}

/** With the comments right above them that stand at their column, and those below that stand deeper. */
export function withComments(text: string, { start, end, indent }: Lines): Lines {
  let first = start;
  while (first > 0) {
    const before = lineStartOf(text, first - 1);
    if (!text.slice(before, first).startsWith(`${indent}#`)) break;
    first = before;
  }
  let last = end;
  for (const line of linesBetween(text, end, text.length)) {
    const written = text.slice(line.start, line.end);
    if (written.trim() === '') continue;
    if (!new RegExp(`^${indent} +#`).test(written)) break;
    last = line.end;
  }
  return { start: first, end: last, indent };
}
