import type { MappingNode, Node, ScalarNode, SequenceNode } from '../yaml/node.ts';
import { standardPrefix } from '../yaml/resolve.ts';
import type { ScalarType } from '../yaml/taggedScalar.ts';
import type { Constructor } from './constructor.ts';
import { constructTaggedScalar } from './constructScalar.ts';
import { type Located, type LocatedEntry, LocatedList, LocatedMap, LocatedScalar } from './located.ts';

type TaggedNode = ScalarNode | SequenceNode | MappingNode;

export type TagType =
  | 'implicit'
  | 'include'
  | 'unknown'
  | Exclude<ScalarType, 'merge'>
  | 'seq'
  | 'map'
  | 'set'
  | 'omap'
  | 'pairs';

const standardTypes: ReadonlyMap<string, TagType> = new Map(
  (['null', 'bool', 'int', 'float', 'binary', 'timestamp', 'str', 'seq', 'map', 'set', 'omap', 'pairs'] as const).map(
    (type) => [`${standardPrefix}${type}`, type],
  ),
);

/** What the tag of a node asks for. */
export function typeOf(node: Node): TagType {
  const tag = node.properties?.fullTag;
  if (tag === undefined || tag === '!') return 'implicit';
  return tag === '!include' ? 'include' : (standardTypes.get(tag) ?? 'unknown');
}

/** The value of a node with a tag other than `!`. */
export function constructTagged(owner: Constructor, node: TaggedNode, type: TagType): Located {
  switch (type) {
    case 'implicit':
    case 'unknown':
      return unknown(owner, node);
    case 'include':
      if (owner.mode === 'string') return unknown(owner, node);
      return new LocatedScalar(owner.includeText(), owner.path, node.start, node.end, node);
    case 'seq':
      return node.kind === 'sequence' ? owner.list(node) : noCast(owner, node, 'Sequence');
    case 'map':
      return node.kind === 'mapping' ? owner.map(node) : noCast(owner, node, 'Mapping');
    case 'set':
      return node.kind === 'mapping' ? set(owner, node) : noCast(owner, node, 'Mapping');
    case 'omap':
    case 'pairs':
      return new SinglePairs(owner, node, type).construct();
    default:
      if (node.kind !== 'scalar') return noCast(owner, node, 'Scalar');
      return scalar(owner, node, type);
  }
}

function scalar(owner: Constructor, node: ScalarNode, type: ScalarType): LocatedScalar {
  const { value } = constructTaggedScalar(owner.errors, node, type);
  if (typeof value === 'string' && value.startsWith('!include:')) owner.hasIncludes = true;
  return new LocatedScalar(value, owner.path, node.start, node.end, node);
}

function unknown(owner: Constructor, node: TaggedNode): Located {
  owner.errors.unknownTag(node, node.properties?.fullTag ?? '!');
  return owner.nothing(node);
}

function noCast(owner: Constructor, node: TaggedNode, to: string): Located {
  owner.errors.noCast(node, to);
  return owner.nothing(node);
}

/** `!!set`: the keys, as a list. */
function set(owner: Constructor, node: MappingNode): LocatedList {
  const items = owner.tuples.flatten(node).map(({ keyNode }, index) => owner.child(index, keyNode));
  return new LocatedList(items, owner.path, node.start, node.end, node);
}

/** `!!omap` and `!!pairs`: a list of mappings with one entry each. */
class SinglePairs {
  constructor(
    private readonly owner: Constructor,
    private readonly node: TaggedNode,
    private readonly type: 'omap' | 'pairs',
  ) {}

  construct(): Located {
    const { node } = this;
    if (node.kind !== 'sequence') return this.refuse(node, `expected a sequence, but found ${node.kind}`);
    const pairs: [key: Node, value: Node][] = [];
    for (const item of node.items) {
      const mapping = item.kind === 'alias' ? item.target : item;
      if (mapping?.kind !== 'mapping') {
        return this.refuse(item, `expected a mapping of length 1, but found ${mapping?.kind ?? 'scalar'}`);
      }
      const [pair, ...others] = mapping.pairs;
      if (!pair || others.length > 0) {
        return this.refuse(item, `expected a single mapping item, but found ${mapping.pairs.length} items`);
      }
      pairs.push([pair.key, pair.value]);
    }
    return this.type === 'omap' ? this.map(node, pairs) : this.list(node, pairs);
  }

  private map(node: SequenceNode, pairs: readonly [Node, Node][]): LocatedMap {
    const { owner } = this;
    const entries = new Map<string, LocatedEntry>();
    for (const [keyNode, valueNode] of pairs) {
      const key = owner.tuples.key(keyNode);
      entries.set(key.text, owner.entry(key.text, keyNode, owner.child(key.text, valueNode)));
      if (key.isNull && !owner.tuples.insideKey) owner.errors.nullKey(keyNode);
    }
    return new LocatedMap(entries, owner.path, node.start, node.end, node);
  }

  private list(node: SequenceNode, pairs: readonly [Node, Node][]): LocatedList {
    const { owner } = this;
    const { path } = owner;
    const items = pairs.map(([key, value], index) => {
      const pair = [owner.child(index, key), owner.child(index, value)];
      return new LocatedList(pair, path, key.start, value.end);
    });
    return new LocatedList(items, path, node.start, node.end, node);
  }

  private refuse(at: Node, problem: string): Located {
    const context = this.type === 'omap' ? 'while constructing an ordered map' : 'while constructing pairs';
    this.owner.errors.refuse(at, problem, context, this.node);
    return this.owner.nothing(this.node);
  }
}
