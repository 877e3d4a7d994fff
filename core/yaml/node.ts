import type { Value } from '../value/value.ts';

/**
 * The positioned tree of a `.dig` text. All offsets count UTF-16 units from the start of the text; `end` is exclusive.
 * The tree is immutable.
 */
export type Node = ScalarNode | SequenceNode | MappingNode | AliasNode;

export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

interface NodeBase {
  /** First character of the node itself: behind its anchor and tag. */
  readonly start: number;
  readonly end: number;
  readonly anchor?: string | undefined;
  /** The tag as written (`!include`, `!!str`, `!`), absent where none was written. */
  readonly tag?: string | undefined;
  readonly properties?: Properties | undefined;
}

/** The anchor and tag before a node. */
export interface Properties {
  /** First character of the first of them. */
  readonly start: number;
  /** Behind the last of them. */
  readonly end: number;
  readonly anchor: string | undefined;
  /** The tag as written, and with its handle resolved (`tag:yaml.org,2002:str`). */
  readonly tag: string | undefined;
  readonly fullTag: string | undefined;
}

export interface ScalarNode extends NodeBase {
  readonly kind: 'scalar';
  readonly style: ScalarStyle;
  /** The decoded text, before it became a value. */
  readonly text: string;
  /** What Digdag's resolver makes of it; null where Digdag fails over it (`0b_`). */
  readonly value: Value;
}

export interface SequenceNode extends NodeBase {
  readonly kind: 'sequence';
  readonly flow: boolean;
  readonly items: readonly Node[];
}

export interface MappingNode extends NodeBase {
  readonly kind: 'mapping';
  readonly flow: boolean;
  readonly pairs: readonly Pair[];
}

export interface Pair {
  readonly key: Node;
  /** An empty scalar (start === end) where nothing was written. */
  readonly value: Node;
}

export interface AliasNode extends NodeBase {
  readonly kind: 'alias';
  readonly name: string;
  /** Absent where the anchor does not exist (an error of the text). It may be a node around the alias. */
  readonly target?: Node | undefined;
}

/** What Digdag says of a text that it refuses; Java's class name, the message as Digdag prints it, and the place of the fault. */
export interface YamlError {
  /** `ScannerException`, without its package. */
  readonly java: string;
  /** Whole, as Digdag prints it: several lines with places and excerpts. */
  readonly message: string;
  /** The fault alone, in one line: "mapping values are not allowed here". */
  readonly problem: string;
  readonly start: number;
  readonly end: number;
  /** Where the construct around the fault began ("while scanning a simple key"). */
  readonly context?: { readonly start: number; readonly text: string } | undefined;
}

/** The answer for every text: a tree as far as there is one (also for half-typed text) and what Digdag would refuse. */
export interface YamlDocument {
  readonly text: string;
  readonly root: Node | null;
  /** In the order of the text; the first is the one that Digdag reports. */
  readonly errors: readonly YamlError[];
  /** Whether an alias stands in it, so that its values are shared. */
  readonly hasAliases: boolean;
  /** The top-level entries, where each can be read apart from the others: no errors, aliases or document markers. Undefined elsewhere. */
  readonly sections: readonly Section[] | undefined;
}

/**
 * A top-level entry. `updateYaml` keeps the `origin` of each that did not change, so that it is a key for what was found out about it;
 * its places are `shift` characters before those of the text.
 */
export interface Section extends Pair {
  /** From its key (the first from the beginning of the text) to the next section or the end. */
  readonly start: number;
  readonly end: number;
  readonly origin: Pair;
  readonly shift: number;
}
