import { text } from '../../text/text.ts';
import type { Json, Operator } from '../types.ts';
import { checkAgainst, type DeclarationProblem, keyOf } from './check.ts';
import { type JsonNode, jsonNode } from './jsonNode.ts';
import { operatorsSchema, type Schema } from './schema.ts';

/** An operator that a file declares, and where its name stands. */
export interface DeclaredOperator {
  readonly operator: Operator;
  readonly start: number;
  readonly end: number;
}

export interface Declarations {
  readonly operators: readonly DeclaredOperator[];
  readonly problems: readonly DeclarationProblem[];
}

type JsonObject = { readonly [key: string]: Json };

const operatorSchema: Schema = { $ref: '#/definitions/operator' };

/**
 * The operators that the text of a file of `.digkit/operators` declares: one record, or a list of them. What is wrong with one record leaves the
 * others as they are; of one whose name can be read it is known at least that there is such an operator.
 */
export function readDeclarations(source: string): Declarations {
  const json = source.replace(/^\uFEFF/, ' ');
  let value: Json;
  let root: JsonNode;
  try {
    value = JSON.parse(json);
    root = jsonNode(json);
  } catch (error) {
    return { operators: [], problems: [syntaxProblem(json, String(error))] };
  }
  const records = root.type === 'ArrayExpression' ? root.elements : [root];
  const values = Array.isArray(value) ? value : [value];
  const operators: DeclaredOperator[] = [];
  const problems: DeclarationProblem[] = [];
  for (const [index, record] of records.entries()) {
    const found = [...checkAgainst(operatorSchema, record, operatorsSchema)];
    problems.push(...found);
    const declared = declaredBy(record, values[index], found);
    if (declared) operators.push(declared);
  }
  return { operators, problems };
}

/** A SyntaxError of JSON.parse names its place in words of its own; where it does not, JavaScript's parser may stumble there too. */
function syntaxProblem(json: string, error: string): DeclarationProblem {
  const told = /position (\d+)/.exec(error)?.[1];
  const start = Math.min(told === undefined ? stumble(json) : Number(told), Math.max(0, json.length - 1));
  const words = error
    .replace(/^SyntaxError: /, '')
    .replace(/ \(line \d+ column \d+\)| (?:in JSON )?at position \d+/g, '');
  return { start, end: start + 1, message: text('This is no JSON: {0}', words) };
}

function stumble(json: string): number {
  try {
    jsonNode(json);
    return 0;
  } catch (error) {
    return typeof error === 'object' && error !== null && 'pos' in error && typeof error.pos === 'number'
      ? error.pos
      : 0;
  }
}

function declaredBy(
  record: JsonNode,
  value: Json | undefined,
  problems: readonly DeclarationProblem[],
): DeclaredOperator | undefined {
  if (record.type !== 'ObjectExpression' || !isObject(value)) return undefined;
  const name = record.properties.findLast((property) => keyOf(property) === 'name')?.value;
  if (!name || typeof value.name !== 'string' || problems.some(({ start }) => start === name.start)) return undefined;
  const isBroken = problems.some(({ harmless }) => !harmless);
  const { start, end } = name;
  return { operator: operatorFrom(isBroken ? { name: value.name } : value, value.name), start, end };
}

/** What was checked against the schema is such a record; what it leaves out is as little as possible. */
function operatorFrom(value: JsonObject, name: string): Operator {
  const least: Operator = {
    name,
    summary: '',
    command: { type: ['any'], meaning: '' },
    parameters: [],
    unknownKeys: 'ignored',
    honoursRetry: true,
  };
  return { ...least, ...(withoutFalse(value) as Partial<Operator>), name };
}

/** Flags of records are there or not. A default may be false all the same. */
function withoutFalse(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutFalse);
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([key, one]) => key === 'default' || (one !== false && one !== null));
  return Object.fromEntries(kept.map(([key, one]) => [key, key === 'default' ? one : withoutFalse(one)]));
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
