import { describe, escapes, isDigit, isIdentifierPart, isIdentifierStart } from './jacksonCharacters.ts';

/** Jackson's error. Thrown only inside of readJackson. */
export class JacksonSyntaxError extends Error {
  constructor(
    message: string,
    readonly javaClass: string,
  ) {
    super(message);
  }
}

const followMinus = 'expected digit (0-9) to follow minus sign, for valid numeric value';

interface Context {
  readonly kind: 'Object' | 'Array';
  readonly row: number;
  readonly column: number;
}

/** Longer texts are read through a StringReader, in pieces of 4000. */
const longest = 0x8000;
const piece = 4000;

/**
 * The tokens of Jackson 2.9's ReaderBasedJsonParser, with the positions of its errors: a column is where reading stood, one based, and
 * each failed attempt to load more text at the end adds the length of what was loaded (ReaderBasedJsonParser._loadMore).
 */
export abstract class JacksonSource {
  private position = 0;
  private row = 1;
  private rowStart = 0;
  private readonly contexts: Context[] = [];

  constructor(private readonly text: string) {}

  /** The next code that is no white space; undefined at the end. */
  protected nextOrEnd(): number | undefined {
    for (;;) {
      if (this.atEnd()) return undefined;
      const code = this.take();
      if (code > 0x20) return code === 0x2f ? this.comment(code) : code;
      this.space(code);
    }
  }

  protected nextInside(): number {
    const code = this.nextOrEnd();
    if (code !== undefined) return code;
    const context = this.contexts.at(-1);
    const start = this.location(context?.row ?? 1, context?.column ?? 0);
    return this.fail(`Unexpected end-of-input: expected close marker for ${context?.kind} (start marker at ${start})`);
  }

  protected afterComma(kind: string): number {
    return (
      this.nextOrEnd() ?? this.fail(`Unexpected end-of-input within/between ${kind} entries`, 'JsonParseException')
    );
  }

  protected afterColon(): number {
    return this.nextOrEnd() ?? this.fail('Unexpected end-of-input within/between Object entries');
  }

  protected expectColon(): void {
    const code = this.afterComma('Object');
    if (code !== 0x3a) this.unexpected(code, 'was expecting a colon to separate field name and value');
  }

  protected enter(kind: 'Object' | 'Array'): void {
    this.contexts.push({ kind, row: this.row, column: this.position - this.rowStart });
  }

  protected close(): void {
    this.contexts.pop();
  }

  /** The rest of a string whose opening quote was read. */
  protected string(endMessage: string, what: string): string {
    let read = '';
    for (;;) {
      if (this.atEnd()) this.fail(`Unexpected end-of-input${endMessage}`);
      const code = this.take();
      if (code === 0x22) return read;
      if (code === 0x5c) read += this.escape();
      else if (code < 0x20)
        this.fail(
          `Illegal unquoted character (${describe(code)}): has to be escaped using backslash to be included in ${what}`,
        );
      else read += String.fromCharCode(code);
    }
  }

  /** The rest of `true`, `false` or `null`, of which the first character was read. */
  protected matchWord(word: string): void {
    for (let index = 1; index < word.length; index++) {
      if (this.atEnd() || this.peek() !== word.charCodeAt(index)) this.invalidToken(word.slice(0, index));
      this.position++;
    }
    if (!this.atEnd() && isIdentifierPart(this.peek())) this.invalidToken(word);
  }

  /** The text of a number of which the first character was read. */
  protected numberText(first: number): string {
    const start = this.position - 1;
    const rest = this.text.slice(start);
    const negative = first === 0x2d;
    const whole = /^-?(0|[1-9][0-9]*)/.exec(rest)?.[0];
    if (whole === undefined) return this.badNumberStart(negative);
    this.position = start + whole.length;
    const next = this.peek();
    // Numbers that begin with 0 or reach the end of the text are read character by character; errors in others stand where they began.
    const slow = /^-?0/.test(whole);
    if (slow && isDigit(next)) this.fail('Invalid numeric value: Leading zeroes not allowed');
    const digits = /^-?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]+)?/.exec(rest)?.[0] ?? whole;
    const end = start + digits.length;
    const behind = this.text[end] ?? '';
    const fraction = behind === '.' && !digits.includes('.') && !/[eE]/.test(digits);
    const exponent = /[eE]/.test(behind) && !/[eE]/.test(digits);
    if (fraction || exponent) this.badNumberEnd(end, slow, whole.length + start + 1);
    this.position = end;
    if (this.atEnd()) {
      // A lone 0 is looked behind once more, for a second digit.
      if (slow && end === start + whole.length) this.atEnd();
    } else if (this.contexts.length === 0) this.rootSpace();
    return digits;
  }

  protected oddValue(code: number): never {
    if (code === 0x4e) this.nonStandard('NaN');
    if (code === 0x49) this.nonStandard('Infinity');
    if (code === 0x2b) {
      if (this.atEnd()) this.fail('Unexpected end-of-input in a Number value');
      return this.invalidNumberStart(this.take(), false);
    }
    if (isIdentifierStart(code)) this.invalidToken(String.fromCharCode(code), "('true', 'false' or 'null')");
    return this.unexpected(code, "expected a valid value (number, String, array, object, 'true', 'false' or 'null')");
  }

  protected unexpected(code: number, comment: string): never {
    return this.fail(`Unexpected character (${describe(code)}): ${comment}`);
  }

  protected mismatchedEnd(code: number): never {
    const context = this.contexts.at(-1);
    const start = this.location(context?.row ?? 1, context?.column ?? 0);
    const expected = code === 0x5d ? '}' : ']';
    return this.fail(
      `Unexpected close marker '${String.fromCharCode(code)}': expected '${expected}' (for ${context?.kind ?? 'root'} starting at ${start})`,
    );
  }

  private badNumberStart(negative: boolean): never {
    if (this.position >= this.text.length) {
      this.atEnd();
      this.fail('Unexpected end-of-inputNo digit following minus sign');
    }
    return this.invalidNumberStart(this.take(), negative);
  }

  private invalidNumberStart(code: number, negative: boolean): never {
    if (code === 0x49) {
      if (this.atEnd()) this.fail('Unexpected end-of-input in a Number value');
      const next = this.take();
      const sign = negative ? '-' : '+';
      if (next === 0x4e) this.nonStandard(`${sign}INF`, 3);
      if (next === 0x6e) this.nonStandard(`${sign}Infinity`, 3);
      return this.numberCharacter(next, followMinus);
    }
    return this.numberCharacter(code, followMinus);
  }

  /** A `.` or an exponent without digits at `end`. `early`: where errors of numbers that are read in one go stand. */
  private badNumberEnd(end: number, slow: boolean, early: number): never {
    const exponent = this.text[end] !== '.';
    let next = end + 1;
    if (exponent && /[-+]/.test(this.text[next] ?? '')) next++;
    const comment = exponent ? 'Exponent indicator not followed by a digit' : 'Decimal point not followed by a digit';
    if (next >= this.text.length) {
      this.position = this.text.length;
      this.atEnd();
      if (exponent) this.fail('Unexpected end-of-inputexpected a digit for number exponent');
      this.numberCharacter(0x2e, comment);
    }
    this.position = slow ? next + 1 : early;
    return this.numberCharacter(this.text.charCodeAt(next), comment);
  }

  private numberCharacter(code: number, comment: string): never {
    return this.fail(`Unexpected character (${describe(code)}) in numeric value: ${comment}`);
  }

  private nonStandard(token: string, from = 1): void {
    for (let index = from; index < token.length; index++) {
      if (this.atEnd() || this.peek() !== token.charCodeAt(index)) this.invalidToken(token.slice(0, index));
      this.position++;
    }
    if (!this.atEnd() && isIdentifierPart(this.peek())) this.invalidToken(token);
    this.fail(`Non-standard token '${token}': enable JsonParser.Feature.ALLOW_NON_NUMERIC_NUMBERS to allow`);
  }

  private rootSpace(): void {
    const code = this.take();
    if (![0x20, 0x09, 0x0d, 0x0a].includes(code)) this.unexpected(code, 'Expected space separating root-level values');
  }

  private invalidToken(matched: string, expected = "'null', 'true', 'false' or NaN"): never {
    let token = matched;
    while (!this.atEnd() && isIdentifierPart(this.peek())) {
      token += String.fromCharCode(this.take());
      if (token.length >= 256) {
        token += '...';
        break;
      }
    }
    return this.fail(`Unrecognized token '${token}': was expecting ${expected}`);
  }

  private escape(): string {
    const code = this.escaped();
    const plain = escapes[String.fromCharCode(code)];
    if (plain !== undefined) return plain;
    if (code !== 0x75) this.fail(`Unrecognized character escape ${describe(code)}`);
    let value = 0;
    for (let digits = 0; digits < 4; digits++) {
      const digit = this.escaped();
      const read = Number.parseInt(String.fromCharCode(digit), 16);
      if (Number.isNaN(read)) this.unexpected(digit, 'expected a hex-digit for character escape sequence');
      value = value * 16 + read;
    }
    return String.fromCharCode(value);
  }

  private escaped(): number {
    if (this.atEnd()) this.fail('Unexpected end-of-input in character escape sequence');
    return this.take();
  }

  private comment(code: number): never {
    return this.unexpected(
      code,
      "maybe a (non-standard) comment? (not recognized as one since Feature 'ALLOW_COMMENTS' not enabled for parser)",
    );
  }

  private space(code: number): void {
    if (code === 0x0d && !this.atEnd() && this.peek() === 0x0a) this.position++;
    if (code === 0x0a || code === 0x0d) {
      this.row++;
      this.rowStart = this.position;
    } else if (code !== 0x20 && code !== 0x09) {
      this.fail(
        `Illegal character (${describe(code)}): only regular white space (\\r, \\n, \\t) is allowed between tokens`,
      );
    }
  }

  private peek(): number {
    return this.text.charCodeAt(this.position);
  }

  private take(): number {
    return this.text.charCodeAt(this.position++);
  }

  private atEnd(): boolean {
    const { length } = this.text;
    if (this.position < length) return false;
    this.rowStart -= length > longest ? length % piece || piece : length;
    return true;
  }

  private fail(
    message: string,
    exception = message.startsWith('Unexpected end-of-input') ? 'io.JsonEOFException' : 'JsonParseException',
  ): never {
    const javaClass = `com.fasterxml.jackson.core.${exception}`;
    const at = this.location(this.row, this.position - this.rowStart + 1);
    throw new JacksonSyntaxError(`${message}\n at ${at}`, javaClass);
  }

  private location(row: number, column: number): string {
    return `[Source: ${this.source()}; line: ${row}, column: ${column}]`;
  }

  private source(): string {
    const { text } = this;
    if (text.length > longest) return '(StringReader)';
    const rest = text.length > 500 ? `[truncated ${text.length - 500} chars]` : '';
    return `(String)"${text.slice(0, 500)}"${rest}`;
  }
}
