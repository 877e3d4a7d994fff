import { scanBlock } from './blockScalar.ts';
import { scanDirective } from './directive.ts';
import { scanPlain } from './plainScalar.ts';
import { scanAnchor, scanTag } from './properties.ts';
import { scanQuoted } from './quotedScalar.ts';
import { Scanner } from './scanner.ts';
import type { TokenScanners } from './tokenScanners.ts';

const scanners: TokenScanners = {
  plain: scanPlain,
  quoted: scanQuoted,
  block: scanBlock,
  anchor: scanAnchor,
  tag: scanTag,
  directive: scanDirective,
};

/** A scanner at the beginning of a text. It throws a `Fault` where the text is broken. */
export function scannerOf(text: string): Scanner {
  return new Scanner(text, scanners);
}
