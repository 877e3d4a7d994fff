import type { Node } from '../../../core/yaml/node.ts';

/** The other keys of the map in which a key is, by the tree; undefined where the place is on no key. */
export function keysBeside(root: Node | null, offset: number): readonly string[] | undefined {
  if (root?.kind === 'sequence') {
    return root.items.map((item) => keysBeside(item, offset)).find((keys) => keys !== undefined);
  }
  if (root?.kind !== 'mapping') return undefined;
  const own = root.pairs.find(({ key }) => key.start <= offset && offset <= key.end);
  if (own) return root.pairs.filter((pair) => pair !== own).map(({ key }) => (key.kind === 'scalar' ? key.text : ''));
  return root.pairs.map(({ value }) => keysBeside(value, offset)).find((keys) => keys !== undefined);
}
