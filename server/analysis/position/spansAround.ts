import type { Node } from '../../../core/yaml/node.ts';
import { expressionAt } from './expressionAt.ts';
import { spotAt } from './spot.ts';

/** A part of a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What lies around an offset, outermost first: the maps with their keys and values, the value, the expression in it. */
export function spansAround(root: Node | null, text: string, offset: number): Span[] {
  const spot = spotAt(root, offset);
  if (!spot) return [];
  const { start, end } = spot.node;
  const around = spot.steps.flatMap(({ mapping, pair }) => [mapping, { start: pair.key.start, end: pair.value.end }]);
  const expression = expressionAt(text.slice(start, end), offset - start);
  const inner = expression ? [{ start: start + expression.start, end: start + expression.end }] : [];
  return [...around, { start, end }, ...inner];
}
