import type { Node } from './node.ts';

/** All nodes of a tree, the root first, aliases as they stand; of a collection the last part comes before the others. */
export function* nodesIn(root: Node | null): Generator<Node> {
  const pending: Node[] = root ? [root] : [];
  for (let node = pending.pop(); node; node = pending.pop()) {
    yield node;
    if (node.kind === 'sequence') for (const item of node.items) pending.push(item);
    else if (node.kind === 'mapping') for (const { key, value } of node.pairs) pending.push(key, value);
  }
}
