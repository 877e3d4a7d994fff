export type { AliasNode, MappingNode, Node, Pair, ScalarNode, SequenceNode, YamlDocument, YamlError } from './node.ts';
