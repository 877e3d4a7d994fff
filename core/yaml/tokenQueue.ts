import type { Token } from './token.ts';

/** Tokens that are read but not yet taken. Each has a number, from the start of the text. */
export class TokenQueue {
  private readonly tokens: Token[] = [];
  private head = 0;
  /** The number of the next token. */
  taken = 0;

  get first(): Token | undefined {
    return this.head < this.tokens.length ? this.tokens[this.head] : undefined;
  }

  /** The number of the token that will be pushed next. */
  get nextNumber(): number {
    return this.taken + this.tokens.length - this.head;
  }

  push(token: Token): void {
    this.tokens.push(token);
  }

  /** Puts a token before the one with this number. */
  insert(number: number, token: Token): void {
    const { tokens } = this;
    const at = this.head + number - this.taken;
    let index = tokens.length;
    tokens.push(token);
    for (let before = tokens[index - 1]; index > at && before; before = tokens[index - 1]) tokens[index--] = before;
    tokens[index] = token;
  }

  dropFirst(): void {
    this.taken++;
    this.head++;
    if (this.head === this.tokens.length) this.clear();
  }

  clear(): void {
    this.tokens.length = 0;
    this.head = 0;
  }
}
