/** A word, number, string, regular expression or sign of a script. */
export interface Token {
  readonly kind: 'end' | 'keyword' | 'name' | 'number' | 'regexp' | 'sign' | 'string';
  /** The name with its escapes read, the sign or keyword itself, the number as written, the string's value. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
  /** A line ends between it and the token before. */
  readonly afterLineBreak: boolean;
  /** An octal number or escape: refused in strict code. */
  readonly octal?: boolean;
}

/** What ECMAScript 5 does not read. */
export class ScriptError extends SyntaxError {
  /** @param pos where in the script, UTF-16 units */
  constructor(
    message: string,
    readonly pos: number,
  ) {
    super(message);
  }
}

/** ECMA-262 5.1, 7.6.1.1; null, true and false among them. */
export const keywords: ReadonlySet<string> = new Set(
  (
    'break case catch continue debugger default do else finally for function if return switch throw try var while with null true false ' +
    'instanceof typeof void delete new in this'
  ).split(' '),
);

/** ECMA-262 5.1, 7.6.1.2: no names either. */
export const reserved: ReadonlySet<string> = new Set('class enum extends super const export import'.split(' '));

export const reservedInStrict: ReadonlySet<string> = new Set(
  'implements interface let package private protected public static yield'.split(' '),
);

/** The value of a number as it is written. */
export function numberOf(written: string): number {
  return /^0[0-7]+$/.test(written) ? Number.parseInt(written, 8) : Number(written);
}
