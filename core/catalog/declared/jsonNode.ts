import { parseExpression } from '../../expressions/parse.ts';

interface Place {
  /** UTF-16 units */
  readonly start: number;
  readonly end: number;
}

/** A value of JSON with its place: JSON is JavaScript, whose reader tells the places. */
export type JsonNode = Place &
  (
    | { readonly type: 'ArrayExpression'; readonly elements: readonly JsonNode[] }
    | { readonly type: 'Literal'; readonly value: boolean | null | number | string }
    | { readonly type: 'ObjectExpression'; readonly properties: readonly JsonProperty[] }
    /** A number below zero. */
    | { readonly type: 'UnaryExpression' }
  );

export type JsonObjectNode = Extract<JsonNode, { type: 'ObjectExpression' }>;

export interface JsonProperty extends Place {
  readonly key: JsonNode;
  readonly value: JsonNode;
}

/** @param json what `JSON.parse` takes. Throws a ScriptError with `pos` where it is nested too deeply */
export function jsonNode(json: string): JsonNode {
  return parseExpression(json) as unknown as JsonNode;
}
