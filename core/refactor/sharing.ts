import type { YamlDocument } from '../yaml/node.ts';
import { nodesIn } from '../yaml/nodesIn.ts';

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether an alias elsewhere repeats some of a span, or all that is around it: a change in it would be one at several places. */
export function isShared({ root, hasAliases }: YamlDocument, span: Span): boolean {
  if (!hasAliases) return false;
  for (const node of nodesIn(root)) {
    if (node.kind !== 'alias' || !node.target) continue;
    const { start, end } = node.target;
    const isAround = start <= span.start && span.end <= end;
    const isWithin = span.start <= start && end <= span.end && !(span.start <= node.start && node.end <= span.end);
    if (isAround || isWithin) return true;
  }
  return false;
}

/** Whether a span can stand in a text of its own: no anchor or alias in it. */
export function isSelfContained({ root }: YamlDocument, span: Span): boolean {
  if (!root) return false;
  for (const node of nodesIn(root)) {
    const isIn = span.start <= node.start && node.end <= span.end;
    if (isIn && (node.kind === 'alias' || node.anchor !== undefined)) return false;
  }
  return true;
}
