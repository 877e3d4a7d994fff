import { type CharacterClass, hex, isVisibleBeyondAscii } from './uriCharacters.ts';

/** Only thrown inside of the parser of URIs, which gives it back as data. */
export class UriSyntaxError extends Error {
  constructor(
    readonly reason: string,
    readonly index: number,
  ) {
    super(reason);
  }
}

/** The scanner that the parts of the grammar share: positions count UTF-16 units, as Java's do. */
export class UriScanner {
  constructor(readonly text: string) {}

  fail(reason: string, index: number): never {
    throw new UriSyntaxError(reason, index);
  }

  expect(expected: string, index: number): never {
    this.fail(`Expected ${expected}`, index);
  }

  at(index: number, end: number, text: string): boolean {
    return index + text.length <= end && this.text.startsWith(text, index);
  }

  /** The first position in [start, end) whose character is in `stop`; -1 where one of `error` comes first. */
  scanTo(start: number, end: number, stop: string, error = ''): number {
    for (let index = start; index < end; index++) {
      const character = this.text.charAt(index);
      if (error.includes(character)) return -1;
      if (stop.includes(character)) return index;
    }
    return end;
  }

  /** Behind the characters of a class. */
  scan(start: number, end: number, allowed: CharacterClass): number {
    let index = start;
    while (index < end) {
      if (allowed.characters.has(this.text.charAt(index))) index++;
      else {
        const next = allowed.escaped ? this.scanEscape(index, end) : index;
        if (next === index) return index;
        index = next;
      }
    }
    return index;
  }

  check(start: number, end: number, allowed: CharacterClass, what: string): void {
    const index = this.scan(start, end, allowed);
    if (index < end) this.fail(`Illegal character in ${what}`, index);
  }

  private scanEscape(index: number, end: number): number {
    const character = this.text.charAt(index);
    if (character !== '%') return isVisibleBeyondAscii(character) ? index + 1 : index;
    const isHex = (at: number): boolean => hex.characters.has(this.text.charAt(at));
    if (index + 3 <= end && isHex(index + 1) && isHex(index + 2)) return index + 3;
    return this.fail('Malformed escape pair', index);
  }
}
