import { endsWord, isBreak, isBreakOrEnd } from './characters.ts';

/** A place in the text that moves forward, and knows its line. */
export class Cursor {
  /** The text with a NUL behind it, for reading characters: at the end there is always one more. */
  readonly source: string;
  position = 0;
  /** Offset of column 0 of the current line. */
  lineStart = 0;

  constructor(
    /** Without NULs. */
    readonly text: string,
  ) {
    this.source = `${text}\0`;
  }

  get column(): number {
    return this.position - this.lineStart;
  }

  /** Reads a line break, if there is one: LF for LF, CR, CRLF and NEL, else the character itself. */
  lineBreak(): string {
    const code = this.source.charCodeAt(this.position);
    if (!isBreak(code)) return '';
    this.position += code === 13 && this.source.charCodeAt(this.position + 1) === 10 ? 2 : 1;
    this.lineStart = this.position;
    return code === 0x2028 || code === 0x2029 ? String.fromCharCode(code) : '\n';
  }

  /** Whether `---` or `...` stands here (the caller checks the column). */
  atDocumentMarker(): boolean {
    return (this.startsWith('---') || this.startsWith('...')) && endsWord(this.source.charCodeAt(this.position + 3));
  }

  startsWith(prefix: string): boolean {
    return this.source.startsWith(prefix, this.position);
  }

  /** Skips spaces, comments and line ends; answers whether a line ended. */
  skipToToken(): boolean {
    const { source } = this;
    let hasBreak = false;
    for (;;) {
      let position = this.position;
      let code = source.charCodeAt(position);
      while (code === 32) code = source.charCodeAt(++position);
      if (code === 35) while (!isBreakOrEnd(code)) code = source.charCodeAt(++position);
      this.position = position;
      if (!isBreak(code)) return hasBreak;
      this.lineBreak();
      hasBreak = true;
    }
  }
}
