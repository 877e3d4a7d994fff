import { Scanner } from './scanner.ts';
import { reserved, reservedInStrict, ScriptError, type Token } from './token.ts';

/** A node of a script's tree, shaped as ESTree says (github.com/estree/estree, es5.md), with its place. */
export type Node = Readonly<Record<string, unknown>> & {
  readonly type: string;
  /** UTF-16 units */
  readonly start: number;
  readonly end: number;
};

/** What a level of brackets takes of the stack, in operators. */
export const bracket = 8;
/** About half of what a thread's stack bears: a tree that is deeper would end the process of who walks over it. */
const deepest = 150 * bracket;

/** The token that a parser stands at, and what it may be. All methods that `expect` or `read` throw a ScriptError where something else is there. */
export class Reader {
  readonly #scanner: Scanner;
  token: Token;
  /** Where the token before ends. */
  lastEnd = 0;
  isStrict = false;
  #depth = 0;

  constructor(text: string) {
    this.#scanner = new Scanner(text);
    this.token = this.#scanner.after(0);
  }

  /** Steps on. @returns the token that was left */
  next(): Token {
    const { token } = this;
    this.lastEnd = token.end;
    this.token = this.#scanner.after(token.end);
    return token;
  }

  /** Takes the `/` that the parser stands at for the beginning of a regular expression. */
  readRegExp(): Token {
    this.token = this.#scanner.regexpAt(this.token.start);
    return this.next();
  }

  source(start: number, end: number): string {
    return this.#scanner.text.slice(start, end);
  }

  isSign(...signs: string[]): boolean {
    return this.token.kind === 'sign' && signs.includes(this.token.value);
  }

  isKeyword(...words: string[]): boolean {
    return this.token.kind === 'keyword' && words.includes(this.token.value);
  }

  eatSign(sign: string): boolean {
    const isThere = this.isSign(sign);
    if (isThere) this.next();
    return isThere;
  }

  eatKeyword(word: string): boolean {
    const isThere = this.isKeyword(word);
    if (isThere) this.next();
    return isThere;
  }

  expectSign(sign: string): void {
    if (!this.eatSign(sign)) this.unexpected();
  }

  expectKeyword(word: string): void {
    if (!this.eatKeyword(word)) this.unexpected();
  }

  /** The end of a statement: a `;`, or one that may be left out (ECMA-262 5.1, 7.9). */
  expectSemicolon(): void {
    if (!this.eatSign(';') && !this.canEndStatement()) this.unexpected();
  }

  canEndStatement(): boolean {
    return this.token.kind === 'end' || this.isSign('}') || this.token.afterLineBreak;
  }

  /** A name that may be a variable's. */
  readName(): Node {
    const { kind, value, start } = this.token;
    if (kind === 'keyword') throw new ScriptError(`Unexpected keyword '${value}'`, start);
    if (kind !== 'name') this.unexpected();
    const { end } = this.next();
    this.checkName(value, start);
    return { type: 'Identifier', start, end, name: value };
  }

  /** The same for one that gets a value. */
  readBinding(): Node {
    const node = this.readName();
    this.checkBinding(node);
    return node;
  }

  checkName(name: string, start: number): void {
    if (reserved.has(name)) throw new ScriptError(`The keyword '${name}' is reserved`, start);
    if (this.isStrict && reservedInStrict.has(name)) throw new ScriptError(`The keyword '${name}' is reserved`, start);
  }

  checkBinding({ name, start }: Node): void {
    if (this.isStrict && (name === 'eval' || name === 'arguments')) {
      throw new ScriptError(`Binding ${name} in strict mode`, start);
    }
  }

  /** Refuses octal numbers and escapes in strict code. */
  checkOctal({ octal, kind, start }: Token): void {
    if (!this.isStrict || !octal) return;
    throw new ScriptError(kind === 'number' ? 'Invalid number' : 'Octal literal in strict mode', start);
  }

  unexpected({ start }: { readonly start: number } = this.token): never {
    throw new ScriptError('Unexpected token', start);
  }

  /** Counts levels of nesting. Throws where the tree gets too deep. */
  deepen(levels: number): void {
    this.#depth += levels;
    if (this.#depth > deepest) throw new ScriptError('nested too deeply', this.token.start);
  }

  /** What is read within counts for its own depth only. */
  within<T>(levels: number, read: () => T): T {
    const depth = this.#depth;
    this.deepen(levels);
    const done = read();
    this.#depth = depth;
    return done;
  }
}

/** Where an expression stands. */
export interface Place {
  readonly reader: Reader;
  /** Reads a function, its keyword is left. */
  readonly functionFrom: (start: number, type: string) => Node;
  /** Right in the head of a `for`, where `in` is no operator. */
  readonly isHead?: boolean;
}
