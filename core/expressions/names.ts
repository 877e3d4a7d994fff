import { parseScript } from './parse.ts';
import { isPlainName } from './plainNames.ts';

/** A variable that a script reads. */
export interface NameUse {
  readonly name: string;
  /** Where in the script, UTF-16 units. */
  readonly offset: number;
  /** Asked for by `typeof` only: it may be missing. */
  readonly guarded: boolean;
}

/** The variables that a script takes from outside, in its order; none where it is no ECMAScript 5. */
export function namesOf(script: string): NameUse[] {
  if (isPlainName(script)) {
    const offset = script.search(/\S/);
    return [{ name: script.trim().split('.')[0] ?? '', offset, guarded: false }];
  }
  const tree = treeOf(script);
  const own = new Set(declaredIn(tree));
  return [...usesIn(tree, false)].filter(({ name }) => !own.has(name)).sort((one, other) => one.offset - other.offset);
}

/** The names whose values a script asks to be true or false: `a && b`, `!a`, `a ? b : c`. */
export function conditionsOf(script: string): NameUse[] {
  // only these operators ask; most scripts have none, and need not be parsed
  return /[!&?|]/.test(script) ? [...testedIn(treeOf(script))] : [];
}

/** What the engine itself defines. */
export function isGlobal(name: string): boolean {
  return globals.has(name);
}

const globals = new Set(
  (
    'moment print template load quit exit Java Packages java javax javafx com org edu Graal JavaImporter JSAdapter arguments m all match ' +
    '__t __p __j vs eval undefined NaN Infinity Error EvalError RangeError ReferenceError SyntaxError TypeError URIError Array Object Function ' +
    'parseInt parseFloat isNaN isFinite decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape Number Boolean String Math ' +
    'Date RegExp JSON ArrayBuffer DataView Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array Float32Array ' +
    'Float64Array loadWithNewGlobal constructor toString valueOf hasOwnProperty isPrototypeOf propertyIsEnumerable toLocaleString __proto__'
  ).split(' '),
);

type Fields = Readonly<Record<string, unknown>>;

function treeOf(script: string): unknown {
  try {
    return parseScript(`(${script}\n)`);
  } catch {
    return undefined; // the rule of syntax tells what is wrong
  }
}

function isNode(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

function* declaredIn(node: unknown): Generator<string> {
  if (!isNode(node)) return;
  if (node.type === 'FunctionExpression' || node.type === 'FunctionDeclaration') {
    yield* identifiers(node.id);
    yield* identifiers(node.params);
  } else if (node.type === 'VariableDeclarator') yield* identifiers(node.id);
  else if (node.type === 'CatchClause') yield* identifiers(node.param);
  for (const child of Object.values(node)) yield* declaredIn(child);
}

function* identifiers(node: unknown): Generator<string> {
  if (Array.isArray(node)) for (const item of node) yield* identifiers(item);
  else if (isNode(node) && typeof node.name === 'string') yield node.name;
}

function* usesIn(node: unknown, guarded: boolean): Generator<NameUse> {
  if (Array.isArray(node)) {
    for (const item of node) yield* usesIn(item, guarded);
    return;
  }
  if (!isNode(node)) return;
  const { type, name, start } = node;
  if (type === 'Identifier' && typeof name === 'string' && typeof start === 'number') {
    yield { name, offset: start - 1, guarded };
    return;
  }
  const isTypeof = type === 'UnaryExpression' && node.operator === 'typeof';
  for (const [field, child] of Object.entries(node)) {
    const label = field === 'label' || (field === 'key' && type === 'Property');
    if (label || (field === 'property' && node.computed === false)) continue;
    yield* usesIn(child, isTypeof && isNode(child) && child.type === 'Identifier');
  }
}

function* testedIn(node: unknown): Generator<NameUse> {
  if (!isNode(node)) return;
  const { type, operator, left, right, argument, test } = node;
  if (type === 'LogicalExpression') yield* plainName(left, right);
  else if (type === 'UnaryExpression' && operator === '!') yield* plainName(argument);
  else if (type === 'ConditionalExpression') yield* plainName(test);
  for (const child of Object.values(node)) yield* testedIn(child);
}

function* plainName(...nodes: unknown[]): Generator<NameUse> {
  for (const node of nodes) if (isNode(node) && node.type === 'Identifier') yield* usesIn(node, false);
}
