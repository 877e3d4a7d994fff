import { Float } from '../value/value.ts';
import { JavaError } from '../yaml/javaError.ts';
import type { Node, ScalarNode } from '../yaml/node.ts';
import { type Implicit, resolveScalar, standardPrefix } from '../yaml/resolve.ts';
import { jsonDouble, type ScalarType, type ScalarValue, taggedScalar } from '../yaml/taggedScalar.ts';
import type { ConstructErrors } from './constructErrors.ts';

export interface ConstructedScalar {
  /** What Java has, before JSON: keys are equal only where it is. */
  readonly type: ScalarType;
  readonly value: ScalarValue;
}

/** The value of an untagged scalar. */
export function constructScalar(errors: ConstructErrors, node: ScalarNode): ConstructedScalar {
  const { type, value } = resolveScalar(node);
  if (type === 'str') return { type, value: node.text };
  if (type === 'merge') {
    errors.unknownTag(node, `${standardPrefix}merge`);
    return { type: 'str', value: node.text };
  }
  if (value instanceof Float) return { type, value: jsonDouble(value.value) };
  if (type === 'int' && value === null)
    errors.java(node, new JavaError('NumberFormatException', 'Zero length BigInteger'));
  return { type, value: isScalarValue(value) ? value : null };
}

/** The value of a scalar with a standard tag. */
export function constructTaggedScalar(errors: ConstructErrors, node: ScalarNode, type: ScalarType): ConstructedScalar {
  const value = taggedScalar(type, node.text);
  if (!(value instanceof JavaError)) return { type: value === null ? 'null' : type, value };
  errors.java(node, value);
  return { type: 'null', value: null };
}

/** The type of a node that merges another mapping into its own: `<<` or the tag `!!merge`. */
export function isMergeKey(key: Node): boolean {
  const node = key.kind === 'alias' ? key.target : key;
  if (node?.kind !== 'scalar') return false;
  const tag = node.properties?.fullTag;
  if (tag !== undefined && tag !== '!') return tag === `${standardPrefix}merge`;
  return node.text === '<<' && resolveScalar(node).type === ('merge' satisfies Implicit);
}

function isScalarValue(value: unknown): value is ScalarValue {
  return value === null || typeof value !== 'object' || value instanceof Float;
}
