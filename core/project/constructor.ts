import type { AliasNode, MappingNode, Node, ScalarNode, SequenceNode, YamlDocument } from '../yaml/node.ts';
import { ConstructErrors } from './constructErrors.ts';
import { constructScalar } from './constructScalar.ts';
import { constructTagged, typeOf } from './constructTagged.ts';
import { type Located, LocatedEntry, LocatedList, LocatedMap, LocatedScalar, placedAt } from './located.ts';
import { Tuples } from './tuples.ts';
import { Weights } from './weights.ts';

/** `string`: YamlConfigLoader.loadString, to which `!include` is an unknown tag; `file`: loadParameterizedFile. */
export type LoadMode = 'string' | 'file';

/** Makes the values of a document's nodes. */
export class Constructor {
  readonly errors: ConstructErrors;
  readonly tuples: Tuples;
  hasIncludes = false;
  /** Keys and list positions from the root to the value that is being made. */
  readonly chain: (string | number)[] = [];
  private readonly made = new Map<Node, Located>();
  private readonly open = new Set<Node>();
  private readonly weights = new Weights();
  private includes = 0;

  constructor(
    document: YamlDocument,
    readonly path: string,
    readonly mode: LoadMode,
  ) {
    this.errors = new ConstructErrors(document.text, path, mode, this.chain);
    this.tuples = new Tuples(this);
  }

  value(node: Node): Located {
    if (node.kind === 'alias') return this.alias(node);
    if (node.properties === undefined && node.kind === 'scalar') return this.scalar(node);
    if (this.open.has(node)) return this.again(node);
    this.open.add(node);
    const type = typeOf(node);
    const located = type === 'implicit' ? this.untagged(node) : constructTagged(this, node, type);
    this.open.delete(node);
    if (node.anchor !== undefined) this.made.set(node, located);
    return located;
  }

  /** A mapping as a map, whatever its tag says. */
  map(node: MappingNode): LocatedMap {
    const entries = this.plainEntries(node) ?? this.entries(node);
    return new LocatedMap(entries, this.path, node.start, node.end, node);
  }

  list(node: SequenceNode): LocatedList {
    const items: Located[] = [];
    for (const item of node.items) items.push(this.child(items.length, item));
    return new LocatedList(items, this.path, node.start, node.end, node);
  }

  /** A value below the current one: at a key, or at a position of a list. */
  child(at: string | number, node: Node): Located {
    this.chain.push(at);
    const located = this.value(node);
    this.chain.pop();
    return located;
  }

  nothing(node: Node): LocatedScalar {
    return new LocatedScalar(null, this.path, node.start, node.end, node);
  }

  entry(key: string, keyNode: Node, value: Located): LocatedEntry {
    if (key.startsWith('!include:')) this.hasIncludes = true;
    return new LocatedEntry(key, this.path, keyNode.properties?.start ?? keyNode.start, keyNode.end, value);
  }

  /** What Digdag's constructor makes of the tag `!include`: a text that no other key has. */
  includeText(): string {
    this.hasIncludes = true;
    this.includes++;
    return `!include:00000000-0000-4000-8000-${String(this.includes).padStart(12, '0')}`;
  }

  /** A merge key gave a collection to one that lies in it: SnakeYAML has begun to make it, and has it only where an alias asked for it beforehand. */
  private again(node: ScalarNode | SequenceNode | MappingNode): Located {
    if (holdsAliasOf(node)) this.errors.recursive(node);
    else this.errors.unconstructable(node);
    return this.nothing(node);
  }

  private untagged(node: ScalarNode | SequenceNode | MappingNode): Located {
    switch (node.kind) {
      case 'scalar':
        return this.scalar(node);
      case 'sequence':
        return this.list(node);
      case 'mapping':
        return this.map(node);
    }
  }

  private scalar(node: ScalarNode): LocatedScalar {
    const { value } = constructScalar(this.errors, node);
    if (typeof value === 'string' && value.startsWith('!include:')) this.hasIncludes = true;
    return new LocatedScalar(value, this.path, node.start, node.end, node);
  }

  private alias(node: AliasNode): Located {
    const { target } = node;
    if (!target) return this.nothing(node);
    if (this.open.has(target)) {
      this.errors.recursive(node);
      return this.nothing(node);
    }
    const located = this.made.get(target) ?? this.value(target);
    const verdict = this.weights.addCopy(located, this.chain.length);
    if (verdict !== 'ok') {
      this.errors.tooLarge(node, verdict);
      return this.nothing(node);
    }
    return placedAt(located, this.path, node.start, node.end);
  }

  /** The entries of a mapping whose keys are all different texts; undefined where one is anything else. */
  private plainEntries(node: MappingNode): Map<string, LocatedEntry> | undefined {
    const keys = new Set<string>();
    for (const { key } of node.pairs) {
      if (key.kind !== 'scalar' || key.properties !== undefined) return undefined;
      if (typeof key.value !== 'string' || key.text === '<<') return undefined;
      keys.add(key.text);
    }
    if (keys.size !== node.pairs.length) return undefined;
    const entries = new Map<string, LocatedEntry>();
    for (const { key, value } of node.pairs) {
      if (key.kind === 'scalar') entries.set(key.text, this.entry(key.text, key, this.child(key.text, value)));
    }
    return entries;
  }

  private entries(node: MappingNode): Map<string, LocatedEntry> {
    const entries = new Map<string, LocatedEntry>();
    this.errors.checkDuplicates(node);
    for (const { key, keyNode, valueNode } of this.tuples.flatten(node)) {
      const value = this.child(key.text, valueNode);
      if (key.isNull && !this.tuples.insideKey) this.errors.nullKey(keyNode);
      else entries.set(key.text, this.entry(key.text, keyNode, value));
    }
    return entries;
  }
}

/** Whether an alias within a node refers to it. */
function holdsAliasOf(node: Node): boolean {
  const pending: Node[] = [node];
  for (let at = pending.pop(); at; at = pending.pop()) {
    if (at.kind === 'alias' && at.target === node) return true;
    if (at.kind === 'sequence') pending.push(...at.items);
    if (at.kind === 'mapping') for (const { key, value } of at.pairs) pending.push(key, value);
  }
  return false;
}
