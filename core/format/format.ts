import { construct } from '../project/construct.ts';
import { applyEdits } from '../rules/applyEdits.ts';
import { type Text, text } from '../text/text.ts';
import type { YamlDocument } from '../yaml/node.ts';
import { readYaml } from '../yaml/read.ts';
import type { Edit } from './edits.ts';
import { layOut } from './layout.ts';
import { editsIn } from './range.ts';
import { sameTree } from './sameTree.ts';

export interface FormatOptions {
  /** Only lines that this range touches, where that is possible by itself; else the top-level entries that it touches; else all. */
  readonly range?: { readonly start: number; readonly end: number };
  /** How many spaces a block stands deeper than the one around it; 2 where nothing is said. */
  readonly width?: number;
  /** Spares reading a text that is read already. */
  readonly document?: YamlDocument;
}

export type Formatting =
  | { readonly ok: true; readonly edits: readonly Edit[] }
  /** The text is better left as it is. */
  | { readonly ok: false; readonly reason: Text };

/**
 * The edits, in the text's order, that format a `.dig` text: blocks `width` spaces deeper than what is around them (a sequence may stand at its
 * key's column), one space behind `-` and `:`, at most two blank lines in a row, one line end at the end. Only white space changes: comments,
 * quotes, flow collections, block scalars and the shape of what goes over several lines stay. No text is formatted that Digdag refuses.
 */
export function format(
  source: string,
  { range, width = 2, document = readYaml(source) }: FormatOptions = {},
): Formatting {
  const [error] = document.errors.length > 0 ? document.errors : construct(document, '', 'file').errors;
  if (error) return { ok: false, reason: text('Digdag cannot read this text: {0}', error.problem) };
  const edits = layOut(source, width);
  const isSafe = (some: readonly Edit[]) => keepsMeaning(document, some);
  const chosen = range ? editsIn(document, edits, range, isSafe) : edits;
  if (chosen === undefined || !isSafe(chosen)) {
    return { ok: false, reason: text('Formatting would change what this text means.') };
  }
  return { ok: true, edits: chosen };
}

/** The last line of defence: the text after the edits is read, and must be the same tree. */
function keepsMeaning(document: YamlDocument, edits: readonly Edit[]): boolean {
  return edits.length === 0 || sameTree(document, readYaml(applyEdits(document.text, edits)));
}
