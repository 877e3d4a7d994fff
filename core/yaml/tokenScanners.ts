import type { Scanner } from './scanner.ts';
import type { Token } from './token.ts';

/** What reads the longer tokens, each from its first character. */
export interface TokenScanners {
  readonly plain: (scanner: Scanner) => Token;
  readonly quoted: (scanner: Scanner) => Token;
  readonly block: (scanner: Scanner) => Token;
  readonly anchor: (scanner: Scanner) => Token;
  readonly tag: (scanner: Scanner) => Token;
  readonly directive: (scanner: Scanner) => Token;
}
