import type { Place } from '../../../core/rules/finding.ts';
import { lineStartOf } from '../../../core/text/lineStart.ts';
import type { Node } from '../../../core/yaml/node.ts';
import { nodesIn } from '../../../core/yaml/nodesIn.ts';
import type { View } from './view.ts';

type Tree = Pick<View, 'path' | 'file'>;

/** An anchor: the node that has it, and where its name stands. */
export interface Anchor {
  readonly name: string;
  readonly node: Node;
  readonly place: Place;
}

/** The anchor at an offset: `&name` itself, or the one that an alias `*name` means. With the place that the offset is on. */
export function anchorAt(view: Tree, offset: number): { readonly anchor: Anchor; readonly place: Place } | undefined {
  // most places are on none: the tree need not be walked for them
  if (!isOnName(view.file.text, offset)) return undefined;
  const isHere = ({ start, end }: Place) => start <= offset && offset <= end;
  for (const anchor of anchorsIn(view)) {
    const place = [anchor.place, ...aliasesOf(view, anchor.node)].find(isHere);
    if (place) return { anchor, place };
  }
  return undefined;
}

/** The names of the aliases that mean a node, without their `*`. */
export function aliasesOf({ path, file }: Tree, target: Node): Place[] {
  return [...nodesIn(file.document.root)].flatMap((node) =>
    node.kind === 'alias' && node.target === target ? [{ path, start: node.start + 1, end: node.end }] : [],
  );
}

/** The anchors of a file's text. */
export function* anchorsIn({ path, file }: Tree): Generator<Anchor> {
  for (const node of nodesIn(file.document.root)) {
    const { anchor: name, properties } = node;
    if (name === undefined || !properties) continue;
    const at = file.text.slice(properties.start, properties.end).indexOf(`&${name}`);
    if (at < 0) continue;
    const start = properties.start + at + 1;
    yield { name, node, place: { path, start, end: start + name.length } };
  }
}

function isOnName(text: string, offset: number): boolean {
  return /[&*][\w-]*$/.test(text.slice(lineStartOf(text, offset), offset)) || /[&*]/.test(text[offset] ?? '');
}
