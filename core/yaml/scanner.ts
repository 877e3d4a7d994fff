import { endsWord } from './characters.ts';
import { Cursor } from './cursor.ts';
import { Fault, scannerFault } from './fault.ts';
import { longestKey, missingColon, SimpleKeys } from './simpleKeys.ts';
import { Token, type TokenKind } from './token.ts';
import { TokenQueue } from './tokenQueue.ts';
import type { TokenScanners } from './tokenScanners.ts';
import { cannotStart, startsPlain } from './tokenStart.ts';

/** Cuts the text into tokens. The rules, with their oddities, are those of SnakeYAML 1.23's ScannerImpl. */
export class Scanner extends Cursor {
  /** How many `[` and `{` are open; -1 is possible behind a stray `]`. */
  flowLevel = 0;
  indent = -1;
  /** Whether a key without `?` may begin here, or a block collection. */
  allowSimpleKey = true;
  /** The last plain or quoted scalar that has more than one line: where text breaks, it may have swallowed what was no part of it. */
  multiLine: Token | undefined = undefined;
  private indents: number[] = [];
  private readonly queue = new TokenQueue();
  private done = false;
  private readonly keys: SimpleKeys;

  constructor(
    text: string,
    private readonly scan: TokenScanners,
  ) {
    super(text);
    this.keys = new SimpleKeys(text);
    if (this.source.charCodeAt(0) === 0xfeff) this.resume(1, 1, -1);
  }

  /** The next token, left in place. */
  peek(): Token {
    for (;;) {
      const token = this.queue.first;
      if (token !== undefined && (this.keys.isEmpty || !this.needsMore())) return token;
      this.fetch();
    }
  }

  /** The next token's kind. */
  kind(): TokenKind {
    return this.peek().kind;
  }

  /** The next token, taken. */
  next(): Token {
    const token = this.peek();
    this.queue.dropFirst();
    return token;
  }

  /** Begins anew at `position`, where a block at column `indent` goes on: what recovers from a fault. */
  resume(position: number, lineStart: number, indent: number): void {
    this.position = position;
    this.lineStart = lineStart;
    this.flowLevel = 0;
    this.allowSimpleKey = true;
    this.done = false;
    this.multiLine = undefined;
    this.queue.clear();
    this.keys.clear();
    while (this.indent > indent) this.indent = this.indents.pop() ?? -1;
    this.addIndent(indent);
  }

  private needsMore(): boolean {
    if (this.done) return false;
    this.keys.dropStale(this.position, this.lineStart);
    return this.keys.first === this.queue.taken;
  }

  private fetch() {
    if (this.skipToToken() && this.flowLevel === 0) this.allowSimpleKey = true;
    this.keys.dropStale(this.position, this.lineStart);
    this.unwind(this.column);
    const code = this.source.charCodeAt(this.position);
    const next = this.source.charCodeAt(this.position + 1);
    switch (code) {
      case 0:
        return this.endOfStream();
      case 37: // %
        if (this.column === 0) return this.directive();
        break;
      case 45: // -
        if (this.column === 0 && this.startsWith('---') && endsWord(this.source.charCodeAt(this.position + 3)))
          return this.documentMarker('<document start>');
        if (endsWord(next)) return this.blockEntry();
        break;
      case 46: // .
        if (this.column === 0 && this.startsWith('...') && endsWord(this.source.charCodeAt(this.position + 3)))
          return this.documentMarker('<document end>');
        break;
      case 91:
        return this.flowStart('[');
      case 123:
        return this.flowStart('{');
      case 93:
        return this.flowEnd(']');
      case 125:
        return this.flowEnd('}');
      case 44:
        return this.flowEntry();
      case 63: // ?
        if (this.flowLevel !== 0 || endsWord(next)) return this.complexKey();
        break;
      case 58: // :
        if (this.flowLevel !== 0 || endsWord(next)) return this.value();
        break;
      case 42:
      case 38: // * &
        return this.simple(this.scan.anchor);
      case 33: // !
        return this.simple(this.scan.tag);
      case 124:
      case 62: // | >
        if (this.flowLevel === 0) return this.blockScalar();
        break;
      case 39:
      case 34: // ' "
        return this.simple(this.scan.quoted);
    }
    if (startsPlain(code, next, this.flowLevel)) return this.simple(this.scan.plain);
    throw cannotStart(code, this.position);
  }

  private push(token: Token): void {
    this.queue.push(token);
  }

  /** A token of as many characters as its kind has. */
  private punctuation(kind: TokenKind, length = 1): void {
    const start = this.position;
    this.position += length;
    this.push(new Token(kind, start, this.position));
  }

  private unwind(column: number): void {
    if (this.flowLevel !== 0) return;
    while (this.indent > column) {
      this.indent = this.indents.pop() ?? -1;
      this.push(new Token('<block end>', this.position, this.position));
    }
  }

  private addIndent(column: number): boolean {
    if (this.indent >= column) return false;
    this.indents.push(this.indent);
    this.indent = column;
    return true;
  }

  private endOfStream(): void {
    this.unwind(-1);
    this.dropKey();
    this.allowSimpleKey = false;
    this.keys.clear();
    this.push(new Token('<stream end>', this.position, this.position));
    this.done = true;
  }

  private directive(): void {
    this.unwind(-1);
    this.dropKey();
    this.allowSimpleKey = false;
    this.push(this.scan.directive(this));
  }

  private documentMarker(kind: TokenKind): void {
    this.unwind(-1);
    this.dropKey();
    this.allowSimpleKey = false;
    this.punctuation(kind, 3);
  }

  private flowStart(kind: '[' | '{'): void {
    this.saveKey();
    this.flowLevel++;
    this.allowSimpleKey = true;
    this.punctuation(kind);
  }

  private flowEnd(kind: ']' | '}'): void {
    this.dropKey();
    this.flowLevel--;
    this.allowSimpleKey = false;
    this.punctuation(kind);
  }

  private flowEntry(): void {
    this.allowSimpleKey = true;
    this.dropKey();
    this.punctuation(',');
  }

  private blockEntry(): void {
    if (this.flowLevel === 0) {
      if (!this.allowSimpleKey) throw scannerFault('sequence entries are not allowed here', this.position);
      this.startBlock('<block sequence start>');
    }
    this.allowSimpleKey = true;
    this.dropKey();
    this.punctuation('-');
  }

  private complexKey(): void {
    if (this.flowLevel === 0) {
      if (!this.allowSimpleKey) throw scannerFault('mapping keys are not allowed here', this.position);
      this.startBlock('<block mapping start>');
    }
    this.allowSimpleKey = this.flowLevel === 0;
    this.dropKey();
    this.punctuation('?');
  }

  private value(): void {
    const key = this.keys.take(this.flowLevel);
    if (key) {
      const start = key.position;
      this.queue.insert(key.tokenNumber, new Token('?', start, start));
      if (this.flowLevel === 0 && this.addIndent(key.column)) {
        this.queue.insert(key.tokenNumber, mappingStart(start, key.column));
      }
      this.allowSimpleKey = false;
    } else {
      if (this.flowLevel === 0) {
        if (!this.allowSimpleKey) throw scannerFault('mapping values are not allowed here', this.position);
        this.startBlock('<block mapping start>');
      }
      this.allowSimpleKey = this.flowLevel === 0;
    }
    this.punctuation(':');
  }

  private startBlock(kind: TokenKind): void {
    const column = this.column;
    if (!this.addIndent(column)) return;
    this.push(new Token(kind, this.position, this.position, '', 'plain', undefined, column));
  }

  /** A token that may be a key: alias, anchor, tag, quoted or plain scalar. */
  private simple(scan: (scanner: Scanner) => Token): void {
    const { position, lineStart, column, flowLevel } = this;
    const required = flowLevel === 0 && this.indent === column;
    const mayBeKey = this.allowSimpleKey;
    if (mayBeKey) this.dropKey();
    else if (required) throw new Fault('YAMLException', keyNotFirst, position);
    this.allowSimpleKey = false;
    const token = scan(this);
    if (mayBeKey && !this.isKey(token, lineStart)) {
      const tokenNumber = this.queue.nextNumber;
      this.keys.save({ level: flowLevel, tokenNumber, required, position, lineStart, column });
    } else if (mayBeKey) {
      if (flowLevel === 0 && this.addIndent(column)) this.push(mappingStart(position, column));
      this.push(new Token('?', position, position));
      this.push(token);
      this.allowSimpleKey = false;
      this.punctuation(':');
      return;
    }
    this.push(token);
  }

  /** Whether a `:` follows at once: what most keys are, without waiting for it. */
  private isKey(token: Token, lineStart: number): boolean {
    const { source } = this;
    if (this.lineStart !== lineStart || source.charCodeAt(this.position) !== 58) return false;
    if (this.flowLevel === 0 && !endsWord(source.charCodeAt(this.position + 1))) return false;
    return this.position - token.start <= longestKey;
  }

  private blockScalar(): void {
    this.allowSimpleKey = true;
    this.dropKey();
    this.push(this.scan.block(this));
  }

  private saveKey(): void {
    const { position, lineStart, column, flowLevel } = this;
    const required = flowLevel === 0 && this.indent === column;
    if (!this.allowSimpleKey) {
      if (required) throw new Fault('YAMLException', keyNotFirst, position);
      return;
    }
    this.dropKey();
    this.keys.save({ level: flowLevel, tokenNumber: this.queue.nextNumber, required, position, lineStart, column });
  }

  private dropKey(): void {
    const key = this.keys.take(this.flowLevel);
    if (key?.required) throw missingColon(key, this.position);
  }
}

const keyNotFirst = 'A simple key is required only if it is the first token in the current line';

function mappingStart(position: number, column: number): Token {
  return new Token('<block mapping start>', position, position, '', 'plain', undefined, column);
}
