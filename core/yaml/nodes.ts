import type { Value } from '../value/value.ts';
import type { AliasNode, MappingNode, Node, Pair, Properties, ScalarNode, ScalarStyle, SequenceNode } from './node.ts';
import { resolveScalar } from './resolve.ts';

/** The nodes as the parser makes them: collections are filled while it reads, and never changed behind that. */
abstract class BaseNode {
  constructor(
    readonly start: number,
    public end: number,
    readonly properties: Properties | undefined,
  ) {}

  get anchor(): string | undefined {
    return this.properties?.anchor;
  }

  get tag(): string | undefined {
    return this.properties?.tag;
  }
}

export class ParsedScalar extends BaseNode implements ScalarNode {
  readonly kind = 'scalar';

  constructor(
    start: number,
    end: number,
    properties: Properties | undefined,
    readonly text: string,
    readonly style: ScalarStyle,
  ) {
    super(start, end, properties);
  }

  get value(): Value {
    return resolveScalar(this).value;
  }
}

export class ParsedSequence extends BaseNode implements SequenceNode {
  readonly kind = 'sequence';
  readonly items: Node[] = [];

  constructor(
    start: number,
    readonly flow: boolean,
    properties: Properties | undefined,
  ) {
    super(start, start, properties);
  }
}

export class ParsedMapping extends BaseNode implements MappingNode {
  readonly kind = 'mapping';
  readonly pairs: Pair[] = [];

  constructor(
    start: number,
    readonly flow: boolean,
    properties: Properties | undefined,
  ) {
    super(start, start, properties);
  }
}

export class ParsedPair implements Pair {
  constructor(
    readonly key: Node,
    readonly value: Node,
  ) {}
}

export class ParsedAlias extends BaseNode implements AliasNode {
  readonly kind = 'alias';

  constructor(
    start: number,
    end: number,
    readonly name: string,
    readonly target: Node | undefined,
  ) {
    super(start, end, undefined);
  }
}

/** A value of which nothing is written, or only a tag or an anchor. */
export function emptyScalar(position: number, properties?: Properties): ParsedScalar {
  return new ParsedScalar(position, position, properties, '', 'plain');
}
