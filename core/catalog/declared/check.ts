import { type Text, text } from '../../text/text.ts';
import { nearest } from '../nearest.ts';
import type { JsonNode, JsonObjectNode, JsonProperty } from './jsonNode.ts';
import type { Schema } from './schema.ts';

/** What is wrong at a place of a file that declares operators. */
export interface DeclarationProblem {
  readonly start: number;
  readonly end: number;
  readonly message: Text;
  /** The record says more than is understood, which the rest of it does not suffer from. */
  readonly harmless?: true;
}

/** What of a value of JSON is not as its schema says. */
export function* checkAgainst(schema: Schema, value: JsonNode, root: Schema): Generator<DeclarationProblem> {
  if (schema.$ref !== undefined) {
    const meant = root.definitions?.[schema.$ref.replace('#/definitions/', '')];
    if (meant) yield* checkAgainst(meant, value, root);
    return;
  }
  const types = schema.type === undefined ? [] : [schema.type].flat();
  if (types.length > 0 && !types.some((type) => type === typeOf(value))) {
    yield at(value, text('Expected {0} here.', types.join(' | ')));
    return;
  }
  if (value.type === 'Literal' && typeof value.value === 'string') yield* checkText(schema, value.value, value);
  if (value.type === 'ArrayExpression') {
    if (value.elements.length < (schema.minItems ?? 0)) yield at(value, text('Expected at least one value here.'));
    for (const item of value.elements) {
      if (schema.items) yield* checkAgainst(schema.items, item, root);
    }
  }
  if (value.type === 'ObjectExpression' && schema.properties) yield* checkObject(schema, value, root);
}

function* checkText(schema: Schema, value: string, node: JsonNode): Generator<DeclarationProblem> {
  if (schema.enum && !schema.enum.includes(value)) {
    yield at(node, text('{0} is none of {1}.', value, schema.enum.join(', ')));
  }
  if (schema.pattern !== undefined && !new RegExp(schema.pattern).test(value)) {
    yield at(node, text('{0} is no name of an operator: write it without its >.', value));
  }
}

function* checkObject(schema: Schema, value: JsonObjectNode, root: Schema): Generator<DeclarationProblem> {
  const known = Object.keys(schema.properties ?? {});
  const seen = new Set<string>();
  for (const property of value.properties) {
    const key = keyOf(property);
    seen.add(key);
    const inner = Object.hasOwn(schema.properties ?? {}, key) ? schema.properties?.[key] : undefined;
    if (inner) yield* checkAgainst(inner, property.value, root);
    else if (schema.additionalProperties === false && key !== '$schema') yield unknownKey(property, key, known);
  }
  for (const key of schema.required ?? []) {
    if (!seen.has(key)) yield { start: value.start, end: value.start + 1, message: text('{0} is missing.', key) };
  }
}

function unknownKey({ key: { start, end } }: JsonProperty, key: string, known: readonly string[]): DeclarationProblem {
  const meant = nearest(key, known);
  const message =
    meant === undefined
      ? text('{0} is no key of this record.', key)
      : text('{0} is no key of this record; did you mean {1}?', key, meant);
  return { start, end, message, harmless: true };
}

export function keyOf({ key }: JsonProperty): string {
  return key.type === 'Literal' ? String(key.value) : '';
}

function typeOf(value: JsonNode): string {
  if (value.type === 'ArrayExpression') return 'array';
  if (value.type === 'ObjectExpression') return 'object';
  if (value.type === 'UnaryExpression') return 'number';
  return value.type === 'Literal' && value.value !== null ? typeof value.value : 'null';
}

function at({ start, end }: JsonNode, message: Text): DeclarationProblem {
  return { start, end, message };
}
