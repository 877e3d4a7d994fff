import { type FoldingRange, FoldingRangeKind, type FoldingRangeParams } from 'vscode-languageserver/node';
import type { Node } from '../../core/yaml/node.ts';
import { nodesIn } from '../../core/yaml/nodesIn.ts';
import type { Feature } from '../services.ts';
import type { OpenDocument } from '../workspace/openDocument.ts';

/** Folding of keys whose values go over several lines, of such items of lists, and of blocks of comments. */
export const foldingRange: Feature = {
  capabilities: { foldingRangeProvider: true },
  register(services) {
    services.connection.onFoldingRanges(
      services.handlers.document<FoldingRangeParams, FoldingRange[]>('folding', [], (document) => [
        ...foldsOf(document, services.checked(document).file.document.root),
        ...commentFolds(document.text),
      ]),
    );
  },
};

function foldsOf(document: OpenDocument, root: Node | null): FoldingRange[] {
  const folds = new Map<number, FoldingRange>();
  for (const node of nodesIn(root)) {
    if (node.kind === 'sequence') for (const item of node.items) fold(item, item);
    else if (node.kind === 'mapping') for (const { key, value } of node.pairs) fold(key, value);
  }
  return [...folds.values()];

  /** Of what begins on one line the largest is folded: an item of a list rather than its first key. */
  function fold(first: Node, last: Node): void {
    const startLine = document.positionAt(first.start).line;
    const endLine = document.positionAt(trimmedEnd(document.text, last)).line;
    if (endLine > Math.max(startLine, folds.get(startLine)?.endLine ?? 0)) folds.set(startLine, { startLine, endLine });
  }
}

/** The end of what is written: a block scalar's node goes on to the next key. */
function trimmedEnd(text: string, { start, end }: Node): number {
  let at = end;
  while (at > start && /\s/.test(text[at - 1] ?? '')) at--;
  return at;
}

function commentFolds(text: string): FoldingRange[] {
  const folds: FoldingRange[] = [];
  let startLine = -1;
  for (const [line, content] of [...text.split('\n'), ''].entries()) {
    const comment = /^\s*#/.test(content);
    if (comment && startLine < 0) startLine = line;
    if (comment || startLine < 0) continue;
    if (line - 1 > startLine) folds.push({ startLine, endLine: line - 1, kind: FoldingRangeKind.Comment });
    startLine = -1;
  }
  return folds;
}
