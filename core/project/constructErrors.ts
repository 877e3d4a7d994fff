import { bucketsOfAdded, inHashOrder } from '../value/hashOrder.ts';
import { toJson } from '../value/json.ts';
import { Fault } from '../yaml/fault.ts';
import type { JavaError } from '../yaml/javaError.ts';
import { markedMessage } from '../yaml/messages.ts';
import type { MappingNode, Node } from '../yaml/node.ts';
import type { LoadError } from './loadError.ts';
import { type Located, toValue } from './located.ts';

/** Collects what Digdag's constructor and its JSON writer refuse. Digdag stops at the first; the later ones are as true. */
export class ConstructErrors {
  private readonly constructing: LoadError[] = [];
  /** JSON is written when all is constructed. */
  private readonly writing: LoadError[] = [];
  private readonly overflows = new Set<string>();

  constructor(
    private readonly text: string,
    private readonly path: string,
    private readonly mode: 'string' | 'file',
    private readonly chain: readonly (string | number)[],
  ) {}

  get isEmpty(): boolean {
    return this.constructing.length === 0 && this.writing.length === 0;
  }

  inOrder(): LoadError[] {
    return [...this.constructing, ...this.writing];
  }

  java(node: Node, { java, message }: JavaError): void {
    this.constructing.push(this.at(node, java, message, message));
  }

  unknownTag(node: Node, tag: string): void {
    const java = this.mode === 'file' ? 'TagException' : 'ConstructorException';
    this.marked(node, java, `could not determine a constructor for the tag ${tag}`);
  }

  /** What a constructor says of a node; `inside` is the node that it constructs. */
  refuse(node: Node, problem: string, context: string, inside: Node): void {
    this.marked(node, 'ConstructorException', problem, { text: context, start: startOf(inside) });
  }

  /** Java's cast of a node to `SequenceNode`, `MappingNode` or `ScalarNode`, which a tag asks for. */
  noCast(node: Node, to: string): void {
    const from = node.kind === 'scalar' ? 'Scalar' : node.kind === 'sequence' ? 'Sequence' : 'Mapping';
    const name = (kind: string): string => `class org.yaml.snakeyaml.nodes.${kind}Node`;
    const message = `${name(from)} cannot be cast to ${name(to)}`;
    this.constructing.push(this.at(node, 'ClassCastException', message, message));
  }

  unconstructable(node: Node): void {
    this.marked(node, 'ConstructorException', 'found unconstructable recursive node');
  }

  recursive(node: Node): void {
    this.writing.push(this.at(node, 'StackOverflowError', null, 'the alias stands inside of what it refers to'));
  }

  /** Said once: where it happens it happens often. */
  tooLarge(node: Node, java: 'OutOfMemoryError' | 'StackOverflowError'): void {
    if (this.overflows.has(java)) return;
    this.overflows.add(java);
    const problem = java === 'OutOfMemoryError' ? 'the aliases make too many copies' : 'nested too deeply';
    this.writing.push(this.at(node, java, null, problem));
  }

  nullKey(node: Node): void {
    const message = 'Null key for a Map not allowed in JSON (use a converting NullKeySerializer?)';
    const steps = this.chain.map((step) => (typeof step === 'number' ? `java.util.ArrayList[${step}]` : mapStep(step)));
    const chain = [...steps, mapStep('null')].join('->');
    this.writing.push(this.at(node, 'JsonMappingException', `${message} (through reference chain: ${chain})`, message));
  }

  /** Duplicate keys are found by their text, before they become values (StrictSafeConstructor.validateKeys). */
  checkDuplicates(node: MappingNode): void {
    const seen = new Set<string>();
    const duplicates: { readonly text: string; readonly key: Node }[] = [];
    for (const { key } of node.pairs) {
      const target = key.kind === 'alias' ? key.target : key;
      if (target?.kind !== 'scalar' || target.properties?.fullTag === '!include') continue;
      if (seen.has(target.text)) duplicates.push({ text: target.text, key });
      seen.add(target.text);
    }
    if (duplicates.length === 0) return;
    const names = new Set(duplicates.map(({ text }) => text));
    const message = `Duplicated keys: [${inHashOrder(names, bucketsOfAdded(seen.size)).join(', ')}]`;
    for (const { key } of duplicates) {
      this.constructing.push(this.at(key, 'DuplicateKeyYAMLException', message, message));
    }
  }

  checkRoot(root: Located | undefined): void {
    if (root?.kind === 'map') return;
    const message = `Expected object to load Config but got ${root ? toJson(toValue(root)) : 'null'}`;
    const start = root?.start ?? 0;
    const end = root?.end ?? 0;
    const { path } = this;
    const java = 'RuntimeJsonMappingException';
    this.writing.push({ path, start, end, java, message, problem: message, includedAt: [] });
  }

  private marked(node: Node, java: string, problem: string, context?: Fault['context']): void {
    const message = markedMessage(this.text, new Fault(java, problem, startOf(node), context));
    const error = this.at(node, java, message, problem);
    const { path } = this;
    const inside = context && { path, start: context.start, end: context.start, text: context.text };
    this.constructing.push(inside ? { ...error, context: inside } : error);
  }

  private at(node: Node, java: string, message: string | null, problem: string): LoadError {
    return { path: this.path, start: startOf(node), end: node.end, java, message, problem, includedAt: [] };
  }
}

function mapStep(key: string): string {
  return `java.util.LinkedHashMap[${toJson(key)}]`;
}

/** SnakeYAML's mark of a node stands at its anchor or tag. */
function startOf(node: Node): number {
  return node.properties?.start ?? node.start;
}
