import { endsWord } from './characters.ts';
import type { Fault } from './fault.ts';
import { Frame } from './frames.ts';
import { deepestNesting } from './nesting.ts';
import { emptyScalar, ParsedMapping, type ParsedScalar, ParsedSequence } from './nodes.ts';
import type { Parser } from './parser.ts';
import { brokenStart, type Line, nextLine, ownColumn, scalarOnLine } from './resumeLine.ts';

/**
 * Goes on behind a fault, so that half-typed text has a tree: what is open is closed with what it holds, and reading resumes at the next
 * line that can be an entry of an open block. Indentation is more to be trusted than quotes and brackets.
 */
export class Recovery {
  /** Whether a fault behind the last resumption cannot come from the one before it. */
  isIndependent = true;

  constructor(private readonly parser: Parser) {}

  /** Prepares the parser to go on; false where no line is left to go on with. */
  resumeBehind(fault: Fault): boolean {
    if (fault.java === 'ComposerException' && fault.context === undefined) return true;
    const { parser } = this;
    const start = brokenStart(parser, fault);
    const scalar = this.cutOut(start, fault);
    this.isIndependent = false;
    for (let line = nextLine(parser.scanner.source, start); line; line = nextLine(parser.scanner.source, line.start)) {
      if (this.resumeAt(line, scalar, fault)) return true;
    }
    this.finishScalar(scalar);
    return false;
  }

  /** Closes what is open. */
  giveUp(): void {
    this.closeDownTo(0, this.parser.scanner.text.length);
  }

  /** The scalar that broke, cut to its first line; taken out of the tree where it was in it. */
  private cutOut(start: number, fault: Fault): ParsedScalar | undefined {
    const { parser } = this;
    const { multiLine, text } = parser.scanner;
    const isDelivered = multiLine?.start === start;
    const isScalar = isDelivered || (fault.context?.start === start && fault.java === 'ScannerException');
    if (isDelivered) this.withdraw(start);
    return isScalar ? scalarOnLine(text, start) : undefined;
  }

  private withdraw(start: number): void {
    const { parser } = this;
    const frame = parser.frames[parser.frames.length - 1];
    if (!frame && parser.root?.start === start) parser.root = null;
    frame?.withdraw(start);
  }

  private resumeAt(line: Line, scalar: ParsedScalar | undefined, fault: Fault): boolean {
    const { frames } = this.parser;
    for (let index = frames.length - 1; index >= 0; index--) {
      const frame = frames[index];
      if (!frame || !this.fits(frame, frames[index - 1], line)) continue;
      this.finishScalar(scalar);
      this.closeDownTo(index + 1, line.start);
      this.isIndependent = line.column === 0 && !scalar && fault.java !== 'StackOverflowError';
      return this.resume(line, line.column);
    }
    return line.isKey && this.openMapping(line, scalar);
  }

  /** Whether a line can be the next entry of an open block. */
  private fits(frame: Frame, below: Frame | undefined, line: Line): boolean {
    if (frame.kind === 'block mapping') return frame.column === line.column && line.isKey;
    if (frame.kind === 'block sequence') return frame.column === line.column && line.isItem;
    return frame.kind === 'indentless sequence' && below?.column === line.column && line.isItem;
  }

  /** Begins a block at a deeper line, where a value is still to come; the line before it may be its first, half-typed key. */
  private openMapping(line: Line, scalar: ParsedScalar | undefined): boolean {
    const { parser } = this;
    const { frames } = parser;
    const depth = frames.findIndex((frame) => frame.isFlow);
    if (depth >= 0 || frames.length >= deepestNesting) return false;
    const top = frames[frames.length - 1];
    if (top ? top.column >= line.column || !top.isWaiting : parser.root !== null && !this.isReopened(line))
      return false;
    const isKey = scalar !== undefined && ownColumn(parser.scanner.text, scalar.start) === line.column;
    const start = isKey ? scalar.start : line.start + line.column;
    const node =
      parser.root instanceof ParsedMapping && !top ? parser.root : new ParsedMapping(start, false, undefined);
    const frame = new Frame('block mapping', node, start, line.column);
    frames.push(frame);
    if (isKey) frame.addKeyAlone(scalar);
    return this.resume(line, line.column);
  }

  /** A line left of the first key of the file: the map of the file goes on with it. */
  private isReopened(line: Line): boolean {
    const { root } = this.parser;
    return root?.kind === 'mapping' && !root.flow && line.column === 0;
  }

  private finishScalar(scalar: ParsedScalar | undefined): void {
    const { frames, scanner } = this.parser;
    const top = frames[frames.length - 1];
    if (!scalar || !top || top.isFlow) return;
    if (top.isWaiting || top.node instanceof ParsedSequence) top.add(scalar);
    else if (ownColumn(scanner.text, scalar.start) === top.column) top.addKeyAlone(scalar);
  }

  /** Closes the frames above `depth`, without what they took from `position` on. */
  private closeDownTo(depth: number, position: number): void {
    const { parser } = this;
    parser.lastEnd = Math.min(parser.lastEnd, endOfTextBefore(parser.scanner.source, position));
    for (
      let frame = parser.frames[depth] && parser.frames.at(-1);
      frame;
      frame = parser.frames[depth] && parser.frames.at(-1)
    ) {
      frame.dropFrom(position);
      if (frame.isWaiting) frame.add(emptyScalar(Math.min(frame.key?.end ?? position, position)));
      parser.close(frame);
    }
    const frame = parser.frames.at(-1);
    if (frame?.isWaiting) frame.add(emptyScalar(Math.min(frame.key?.end ?? position, position)));
    if (frame) frame.state = 'key';
  }

  private resume(line: Line, indent: number): true {
    this.parser.scanner.resume(line.start + line.column, line.start, indent);
    return true;
  }
}

function endOfTextBefore(source: string, position: number): number {
  let end = position;
  while (end > 0 && endsWord(source.charCodeAt(end - 1))) end--;
  return end;
}
