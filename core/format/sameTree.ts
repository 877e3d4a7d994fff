import type { Node, YamlDocument } from '../yaml/node.ts';

/** Whether two texts hold the same tree: kinds, styles, texts, tags, anchors and aliases in the same order, so that Digdag makes the same of them. */
export function sameTree(one: YamlDocument, other: YamlDocument): boolean {
  if (other.errors.length > 0 || one.errors.length > 0) return false;
  const pending: [Node | null, Node | null][] = [[one.root, other.root]];
  for (let pair = pending.pop(); pair; pair = pending.pop()) {
    const [a, b] = pair;
    if (a === null || b === null) {
      if (a !== b) return false;
    } else if (!sameNode(a, b, pending)) return false;
  }
  return true;
}

function sameNode(a: Node, b: Node, pending: [Node, Node][] | [Node | null, Node | null][]): boolean {
  if (a.anchor !== b.anchor || a.properties?.fullTag !== b.properties?.fullTag) return false;
  if (a.kind === 'scalar') return b.kind === 'scalar' && a.style === b.style && a.text === b.text;
  if (a.kind === 'alias') return b.kind === 'alias' && a.name === b.name;
  const one = partsOf(a);
  const other = partsOf(b);
  if (a.kind !== b.kind || a.flow !== ('flow' in b && b.flow) || one.length !== other.length) return false;
  for (const [index, node] of one.entries()) pending.push([node, other[index] ?? node]);
  return true;
}

function partsOf(node: Node): readonly Node[] {
  if (node.kind === 'sequence') return node.items;
  return node.kind === 'mapping' ? node.pairs.flatMap(({ key, value }) => [key, value]) : [];
}
