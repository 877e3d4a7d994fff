import { scannerOf } from '../yaml/scanners.ts';
import type { Token } from '../yaml/token.ts';
import { formatBetween } from './betweenLines.ts';
import { Block, type Columns, commentColumn } from './block.ts';
import { type Edit, Edits } from './edits.ts';
import { chompingOf, formatBlockScalar, formatFurtherLines } from './scalars.ts';

/** The edits that lay out a text which Digdag can read, in its order. They touch nothing but white space. */
export function layOut(text: string, width: number): Edit[] {
  const layout = new Layout(text, width);
  const scanner = scannerOf(text);
  for (;;) {
    const token = scanner.next();
    layout.add(token);
    if (token.kind === '<stream end>') return layout.edits.list;
  }
}

/** Goes over the tokens of a text, and over the white space and comments between them. */
class Layout {
  readonly edits: Edits;
  private block: Block | undefined;
  /** The innermost block when the last token was read: comments behind it may belong to that. */
  private lastBlock: Block | undefined;
  private last: Token | undefined;
  private position: number;
  /** How many `[` and `{` are open. */
  private flow = 0;
  /** Where the present line starts, and how far it has moved as a whole. */
  private lineStart: number;
  private lineShift = 0;
  /** How far the place behind the last token has moved on its line. */
  private shift = 0;

  constructor(
    private readonly text: string,
    private readonly width: number,
  ) {
    this.edits = new Edits(text);
    this.lineStart = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    this.position = this.lineStart;
  }

  add(token: Token): void {
    const { kind } = token;
    if (kind === '<block mapping start>' || kind === '<block sequence start>') {
      const isCompact = opensCompact.has(this.last?.kind ?? '') && this.edits.lineEnd(this.position) >= token.start;
      this.block = new Block(token.column, this.block, this.width, isCompact);
    } else if (kind === '<block end>') {
      this.block = this.block?.outer;
    } else if (kind === '<stream end>') {
      this.end();
    } else if (token.start < token.end) {
      this.written(token); // what has no width is a key without `?`
    }
  }

  private written(token: Token): void {
    this.before(token);
    this.within(token);
    if (token.kind === '[' || token.kind === '{') this.flow++;
    if (token.kind === ']' || token.kind === '}') this.flow--;
    this.position = token.end;
    this.last = token;
    this.lastBlock = this.block;
  }

  private before(token: Token): void {
    const { position } = this;
    if (!this.atLineStart() && this.edits.lineEnd(position) >= token.start) {
      if (this.flow === 0) this.gap(position, token);
      return;
    }
    const at = this.lines(token.start);
    const column = token.start - at;
    const newColumn = this.flow > 0 ? this.inFlow(column) : this.columnOf(column);
    this.edits.space(at, token.start, newColumn);
    this.lineStart = at;
    this.shift = newColumn - column;
    if (this.flow === 0) this.lineShift = this.shift;
  }

  /** Between two tokens of a line: one space, but none before the `:` of a key that ends by itself. */
  private gap(start: number, token: Token): void {
    if (start === token.start) return;
    const kind = this.last?.kind;
    const isClosed = kind === '<scalar>' || kind === ']' || kind === '}';
    const width = token.kind === ':' && isClosed ? 0 : 1;
    this.edits.replace(start, token.start, ' '.repeat(width));
    this.shift += width - (token.start - start);
  }

  /** Formats what stands between the last token and the next, which begins another line; returns the start of that. */
  private lines(stop: number): number {
    const { edits, position, last } = this;
    let start = position;
    let trailing: Columns | undefined;
    if (!this.atLineStart()) {
      const end = edits.lineEnd(position);
      edits.replace(edits.trimmedEnd(position, end), end, '');
      const comment = this.text.slice(position, end).indexOf('#');
      const column = position + comment - this.lineStart;
      if (comment >= 0) trailing = { column, newColumn: column + this.shift };
      start = edits.behindBreak(end);
    }
    if (start >= stop && stop === this.text.length) return stop;
    const column = stop - this.startOfSpaces(stop);
    const next = stop < this.text.length ? { column, newColumn: this.columnOf(column) } : undefined;
    return formatBetween(edits, {
      start,
      stop,
      isFirst: last === undefined,
      keepsBlanks: last !== undefined && isBlockScalar(last) && chompingOf(this.text, last) === '+',
      column: (from) => (this.flow > 0 ? this.inFlow(from) : commentColumn(from, [trailing, next], this.lastBlock)),
    });
  }

  private startOfSpaces(position: number): number {
    let at = position;
    while (this.text.charCodeAt(at - 1) === 32) at--;
    return at;
  }

  private within(token: Token): void {
    const { edits, block } = this;
    if (token.kind !== '<scalar>') return;
    if (isBlockScalar(token)) {
      formatBlockScalar(edits, token, block);
      return;
    }
    const least = this.flow > 0 ? this.inFlow(Number.NEGATIVE_INFINITY) : (block?.inside ?? 0);
    const moved = formatFurtherLines(edits, token, this.lineShift, least);
    if (!moved) return;
    this.lineStart = moved.lineStart;
    this.shift = moved.shift;
  }

  private end(): void {
    const { last, edits, text } = this;
    const { length } = text;
    this.lines(length);
    const endsOpen = edits.lineEnd(Math.max(0, length - 1)) === length && edits.trimmedEnd(0, length) > 0;
    if (!endsOpen || this.endsInBlanks()) return;
    // A break behind a block scalar that has none would become part of it.
    if (last && isBlockScalar(last) && last.end === length && chompingOf(text, last) !== '-') return;
    edits.replace(length, length, edits.lineBreak);
  }

  /** Whether the last line has nothing but spaces, which are gone now. */
  private endsInBlanks(): boolean {
    const start = this.startOfSpaces(this.text.length);
    return start === 0 || this.edits.behindBreak(start - 1) === start;
  }

  /** Whether no token stands before the position on its line. */
  private atLineStart(): boolean {
    if (!this.last) return true;
    return isBlockScalar(this.last) && this.edits.behindBreak(this.position - 1) === this.position;
  }

  /** The new column of what begins a line outside of flow collections. */
  private columnOf(column: number): number {
    if (!this.block) return 0;
    return column === this.block.column ? this.block.newColumn : this.block.inside;
  }

  /** Lines of a flow collection keep their shape, and move with the line on which it begins. */
  private inFlow(column: number): number {
    return Math.max(this.block?.newColumn ?? 0, column + this.lineShift);
  }
}

/** Behind these a block begins on the same line, one space away. */
const opensCompact: ReadonlySet<string> = new Set(['-', '?', ':']);

function isBlockScalar({ kind, style }: Token): boolean {
  return kind === '<scalar>' && (style === 'literal' || style === 'folded');
}
