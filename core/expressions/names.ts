import { readScript } from './parse.ts';
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
  return isPlainName(script) ? [plainUse(script)] : namesIn(readScript(script));
}

/** The one variable of a script that is a plain name. */
export function plainUse(script: string): NameUse {
  return { name: script.trim().split('.')[0] ?? '', offset: script.search(/\S/), guarded: false };
}

/** The variables that a script takes from outside, told from its tree. */
export function namesIn(tree: unknown): NameUse[] {
  const found: Found = { uses: [], declared: new Set() };
  lookAt(tree, false, found);
  return found.uses.filter(({ name }) => !found.declared.has(name)).sort((one, other) => one.offset - other.offset);
}

/** The names whose values a script asks to be true or false. */
export function conditionsIn(tree: unknown): NameUse[] {
  return [...testedIn(tree)];
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

function isNode(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

/** What is met on one walk over a script's tree. */
interface Found {
  readonly uses: NameUse[];
  readonly declared: Set<string>;
}

function lookAt(node: unknown, guarded: boolean, found: Found): void {
  if (Array.isArray(node)) {
    for (const item of node) lookAt(item, guarded, found);
    return;
  }
  if (!isNode(node)) return;
  const { type, name, start } = node;
  if (type === 'Identifier' && typeof name === 'string' && typeof start === 'number') {
    found.uses.push({ name, offset: start - 1, guarded });
    return;
  }
  declare(node, found.declared);
  const isTypeof = type === 'UnaryExpression' && node.operator === 'typeof';
  for (const field in node) {
    const label = field === 'label' || (field === 'key' && type === 'Property');
    if (label || (field === 'property' && node.computed === false)) continue;
    const child = node[field];
    lookAt(child, isTypeof && isNode(child) && child.type === 'Identifier', found);
  }
}

function declare(node: Fields, into: Set<string>): void {
  switch (node.type) {
    case 'FunctionExpression':
    case 'FunctionDeclaration':
      declareNames(node.id, into);
      declareNames(node.params, into);
      break;
    case 'VariableDeclarator':
      declareNames(node.id, into);
      break;
    case 'CatchClause':
      declareNames(node.param, into);
  }
}

function declareNames(node: unknown, into: Set<string>): void {
  if (Array.isArray(node)) for (const item of node) declareNames(item, into);
  else if (isNode(node) && typeof node.name === 'string') into.add(node.name);
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
  for (const node of nodes) {
    if (!isNode(node) || node.type !== 'Identifier') continue;
    const { name, start } = node;
    if (typeof name === 'string' && typeof start === 'number') yield { name, offset: start - 1, guarded: false };
  }
}
