import type { ScalarStyle } from './node.ts';

/** The kinds of tokens under the names that SnakeYAML's messages use. */
export type TokenKind =
  | '<alias>'
  | '<anchor>'
  | '<block end>'
  | '-'
  | '<block mapping start>'
  | '<block sequence start>'
  | '<directive>'
  | '<document end>'
  | '<document start>'
  | ','
  | '}'
  | '{'
  | ']'
  | '['
  | '?'
  | '<scalar>'
  | '<stream end>'
  | '<tag>'
  | ':';

/**
 * One token. `text` is the decoded text of a scalar, the name of an anchor, alias or directive, or the part of a tag behind its handle;
 * `extra` the handle of a tag or the value of a directive; `column` is set where a block collection starts.
 */
export class Token {
  constructor(
    readonly kind: TokenKind,
    readonly start: number,
    readonly end: number,
    readonly text = '',
    readonly style: ScalarStyle = 'plain',
    readonly extra: string | undefined = undefined,
    readonly column = 0,
  ) {}
}
