import type { Node, Pair, Properties } from './node.ts';
import { emptyScalar, ParsedMapping, ParsedPair, ParsedScalar, ParsedSequence } from './nodes.ts';

/** The same tree `by` characters further on. Trees that hold aliases are never moved: an alias would still mean the tree at its old place. */
export function shiftNode(node: Node, by: number): Node {
  const properties = node.properties && shiftProperties(node.properties, by);
  switch (node.kind) {
    case 'scalar':
      return new ParsedScalar(node.start + by, node.end + by, properties, node.text, node.style);
    case 'sequence': {
      const sequence = new ParsedSequence(node.start + by, node.flow, properties);
      sequence.end = node.end + by;
      for (const item of node.items) sequence.items.push(shiftNode(item, by));
      return sequence;
    }
    case 'mapping': {
      const mapping = new ParsedMapping(node.start + by, node.flow, properties);
      mapping.end = node.end + by;
      for (const pair of node.pairs) mapping.pairs.push(shiftPair(pair, by));
      return mapping;
    }
    case 'alias':
      return emptyScalar(node.start + by);
  }
}

function shiftPair(pair: Pair, by: number): Pair {
  return new ParsedPair(shiftNode(pair.key, by), shiftNode(pair.value, by));
}

function shiftProperties(properties: Properties, by: number): Properties {
  return { ...properties, start: properties.start + by, end: properties.end + by };
}
