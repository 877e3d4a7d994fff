import { countAtFront } from '../../../core/sorted.ts';
import type { MappingNode, Node, Pair } from '../../../core/yaml/node.ts';

/** One key on the way down to a place, and the map that it stands in. */
interface Step {
  readonly key: string;
  readonly pair: Pair;
  readonly mapping: MappingNode;
}

/** Where an offset is in the tree of a text. */
export interface Spot {
  /** The keys around it, outermost first; the last is the key that it is on, or whose value it is in. */
  readonly steps: readonly Step[];
  readonly on: 'key' | 'value';
  /** The innermost node: the key, or a scalar of the value (or the collection around the offset). */
  readonly node: Node;
}

/** @returns undefined outside of all keys and values */
export function spotAt(root: Node | null, offset: number): Spot | undefined {
  const steps: Step[] = [];
  let node: Node | undefined = root ?? undefined;
  while (node && covers(node, offset)) {
    if (node.kind === 'scalar' || node.kind === 'alias') break;
    if (node.kind === 'sequence') {
      const item: Node | undefined = node.items.findLast(({ start }) => start <= offset);
      if (!item || !covers(item, offset)) break;
      node = item;
      continue;
    }
    const pair: Pair | undefined = pairBefore(node, offset);
    if (!pair) break;
    steps.push({ key: keyText(pair), pair, mapping: node });
    if (covers(pair.key, offset)) return { steps, on: 'key', node: pair.key };
    if (!covers(pair.value, offset)) return undefined;
    node = pair.value;
  }
  return node && steps.length > 0 ? { steps, on: 'value', node } : undefined;
}

/** The last pair that begins before an offset. They are in the order of the text, and may be tens of thousands. */
function pairBefore({ pairs }: MappingNode, offset: number): Pair | undefined {
  return pairs[countAtFront(pairs, ({ key }) => key.start <= offset) - 1];
}

/** A key as Digdag sees it; `!include :` is a tag on an empty key. */
export function keyText({ key }: Pair): string {
  if (key.kind !== 'scalar') return '';
  return key.tag?.startsWith('!include') ? '!include' : key.text;
}

function covers({ start, end }: Node, offset: number): boolean {
  return start <= offset && offset <= end;
}

/** The key of the innermost task under which the place is. */
export function keyInTask({ steps }: Spot): string | undefined {
  const task = steps.findLastIndex(({ key }) => key.startsWith('+') || isBody(key));
  return steps[task + 1]?.key;
}

function isBody(key: string): boolean {
  return key === '_do' || key === '_else_do' || key === '_check' || key === '_error';
}
