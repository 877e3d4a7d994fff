import type { Node } from '../../../core/yaml/node.ts';
import { expressionAt } from './expressionAt.ts';
import { spotAt } from './spot.ts';

/** A part of a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What lies around an offset, outermost first: maps with their keys and values, lists with their items, the value, the expression in it. */
export function spansAround(root: Node | null, text: string, offset: number): Span[] {
  const spans: Span[] = [];
  for (let node = root && covers(root, offset) ? root : undefined; node; ) {
    spans.push(node);
    if (node.kind === 'sequence') {
      node = node.items.find((item) => covers(item, offset));
      continue;
    }
    if (node.kind !== 'mapping') break;
    const pair = node.pairs.find(({ key, value }) => covers({ start: key.start, end: value.end }, offset));
    if (!pair) break;
    spans.push({ start: pair.key.start, end: Math.max(pair.key.end, pair.value.end) });
    node = [pair.key, pair.value].find((part) => covers(part, offset));
  }
  const last = spotAt(root, offset)?.node;
  const expression = last && expressionAt(text.slice(last.start, last.end), offset - last.start);
  if (last && expression) spans.push({ start: last.start + expression.start, end: last.start + expression.end });
  return spans;
}

function covers({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}
