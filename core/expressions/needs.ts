import { parseScript } from './parse.ts';
import { isPlainName } from './plainNames.ts';

/** What the value of an expression depends on. */
export interface Needs {
  /** The variables that it reads, with the members that it names: `td.last_results.n`. */
  readonly paths: readonly (readonly string[])[];
  /** It may read all variables (`this`). */
  readonly everything: boolean;
  /** It reads the clock or throws dice: `moment()`, `new Date()`, `Math.random()`. */
  readonly changing: boolean;
}

/** What a script reads; nothing where it is no ECMAScript 5. Names that the script itself declares are among the paths. */
export function needsOf(script: string): Needs {
  if (isPlainName(script)) return { paths: [script.trim().split('.')], everything: false, changing: false };
  const found = { paths: [] as string[][], everything: false, changing: false };
  try {
    collect(parseScript(`(${script}\n)`), found);
  } catch {
    return { paths: [], everything: false, changing: false }; // evaluating it tells what is wrong
  }
  return found;
}

interface Found {
  readonly paths: string[][];
  everything: boolean;
  changing: boolean;
}

type Fields = Readonly<Record<string, unknown>>;

function collect(node: unknown, found: Found): void {
  if (Array.isArray(node)) {
    for (const item of node) collect(item, found);
    return;
  }
  if (!isNode(node)) return;
  if (node.type === 'ThisExpression') found.everything = true;
  if (isChanging(node)) found.changing = true;
  const path = pathOf(node);
  if (path) {
    if (path[0] === 'eval' || path[0] === 'Function') found.everything = true;
    found.paths.push(path);
  }
  for (const [field, child] of Object.entries(node)) {
    const isName = field === 'label' || (node.computed !== true && (field === 'key' || field === 'property'));
    if (isName || (path && field === 'object' && pathOf(child))) continue;
    collect(child, found);
  }
}

/** `a.b['c']` as its names; undefined where it does not begin with a variable, or a member is computed. */
function pathOf(node: unknown): string[] | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'Identifier') return typeof node.name === 'string' ? [node.name] : undefined;
  if (node.type !== 'MemberExpression') return undefined;
  const member = memberOf(node);
  const object = pathOf(node.object);
  return object && member !== undefined ? [...object, member] : undefined;
}

function memberOf({ computed, property }: Fields): string | undefined {
  if (!isNode(property)) return undefined;
  if (computed !== true) return typeof property.name === 'string' ? property.name : undefined;
  const { type, value } = property;
  return type === 'Literal' && typeof value === 'string' ? value : undefined;
}

function isChanging({ type, callee, arguments: given }: Fields): boolean {
  if (type !== 'CallExpression' && type !== 'NewExpression') return false;
  const name = pathOf(callee)?.join('.') ?? '';
  if (name === 'Date.now' || name === 'Math.random') return true;
  const isNow = name === 'moment' || name === 'moment.utc' || name === 'Date' || name === 'moment.now';
  return isNow && (name === 'moment.now' || (Array.isArray(given) && given.length === 0));
}

function isNode(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}
