import type { MappingNode, Node } from '../yaml/node.ts';
import type { Constructor } from './constructor.ts';
import { constructScalar, constructTaggedScalar, isMergeKey } from './constructScalar.ts';
import { typeOf } from './constructTagged.ts';
import { type JavaKey, keyOf, textKey } from './keys.ts';
import { LocatedScalar } from './located.ts';

/** A key with its value, before the value is made. */
export interface Tuple {
  readonly key: JavaKey;
  readonly keyNode: Node;
  readonly valueNode: Node;
}

interface RawTuple {
  /** Undefined of a merge key. */
  readonly key: JavaKey | undefined;
  readonly keyNode: Node;
  readonly valueNode: Node;
}

/** Merging costs a step for each key; a bomb of merges is stopped behind so many. */
const mostMerged = 1_000_000;

/** Keys that are collections may lie in each other so deep; Java's stack ends, and ours may not. */
const deepestKey = 50;

/** The entries of mappings with merge keys resolved, as SafeConstructor does it: it changes the node's list, so that order matters. */
export class Tuples {
  private readonly lists = new Map<MappingNode, readonly RawTuple[]>();
  private merged = 0;
  private keyDepth = 0;

  constructor(private readonly owner: Constructor) {}

  /** The entries of a mapping that is being made. Of equal keys the later is left, at its own place. */
  flatten(node: MappingNode): Tuple[] {
    const latest = new Map<string, RawTuple>();
    const kept: RawTuple[] = [];
    for (const tuple of this.list(node)) {
      if (tuple.key) latest.set(tuple.key.identity, tuple);
    }
    for (const tuple of this.list(node)) {
      if (!tuple.key || latest.get(tuple.key.identity) === tuple) kept.push(tuple);
    }
    this.lists.set(node, kept);
    const flat = new Map<string, Tuple>();
    this.merge(node, true, flat);
    const result = [...flat.values()];
    this.lists.set(node, result);
    return result;
  }

  /** What is made now becomes the text of a key: Jackson does not see it. */
  get insideKey(): boolean {
    return this.keyDepth > 0;
  }

  key(node: Node): JavaKey {
    const target = node.kind === 'alias' ? node.target : node;
    if (target?.kind === 'scalar') {
      const type = typeOf(target);
      if (
        type === 'implicit' &&
        target.properties === undefined &&
        typeof target.value === 'string' &&
        target.text !== '<<'
      ) {
        return textKey(target.text);
      }
      const { path, errors } = this.owner;
      if (type !== 'include' && type !== 'unknown' && !isCollection(type)) {
        const scalar =
          type === 'implicit' ? constructScalar(errors, target) : constructTaggedScalar(errors, target, type);
        return keyOf(new LocatedScalar(scalar.value, path, target.start, target.end), scalar.type);
      }
    }
    if (this.keyDepth === deepestKey) {
      this.owner.errors.tooLarge(node, 'StackOverflowError');
      return textKey('');
    }
    this.keyDepth++;
    const key = keyOf(this.owner.value(node), 'str');
    this.keyDepth--;
    return key;
  }

  private merge(node: MappingNode, isPreferred: boolean, into: Map<string, Tuple>): void {
    if (this.merged > mostMerged) return;
    const list = this.list(node);
    const own = list.filter(({ key }) => key !== undefined);
    this.lists.set(node, own);
    for (const { key, keyNode, valueNode } of list) {
      if (this.merged++ > mostMerged) {
        this.owner.errors.tooLarge(keyNode, 'OutOfMemoryError');
        return;
      }
      if (key === undefined) this.mergeValue(node, valueNode, into);
      else if (isPreferred || !into.has(key.identity)) into.set(key.identity, { key, keyNode, valueNode });
    }
  }

  private mergeValue(node: MappingNode, valueNode: Node, into: Map<string, Tuple>): void {
    const value = valueNode.kind === 'alias' ? valueNode.target : valueNode;
    const context = 'while constructing a mapping';
    if (value?.kind === 'mapping') this.merge(value, false, into);
    if (value?.kind === 'scalar') {
      const problem = 'expected a mapping or list of mappings for merging, but found scalar';
      this.owner.errors.refuse(value, problem, context, node);
    }
    if (value?.kind !== 'sequence') return;
    for (const item of value.items) {
      const mapping = item.kind === 'alias' ? item.target : item;
      if (mapping?.kind === 'mapping') {
        this.merge(mapping, false, into);
      } else {
        const problem = `expected a mapping for merging, but found ${mapping?.kind ?? 'scalar'}`;
        this.owner.errors.refuse(mapping ?? item, problem, context, node);
      }
    }
  }

  private list(node: MappingNode): readonly RawTuple[] {
    const known = this.lists.get(node);
    if (known) return known;
    const list = node.pairs.map(({ key, value }) => ({
      key: isMergeKey(key) ? undefined : this.key(key),
      keyNode: key,
      valueNode: value,
    }));
    this.lists.set(node, list);
    return list;
  }
}

function isCollection(type: string): type is 'seq' | 'map' | 'set' | 'omap' | 'pairs' {
  return type === 'seq' || type === 'map' || type === 'set' || type === 'omap' || type === 'pairs';
}
