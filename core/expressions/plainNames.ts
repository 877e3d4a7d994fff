import { type ConfigMap, Float, isMap, type Value } from '../value/value.ts';
import type { Part } from './scan.ts';

/** Words that are no variables, and names that the template function itself uses: the engine decides what they mean. */
const special = new Set(
  (
    'break case catch class const continue debugger default delete do else enum export extends false finally for function if import in ' +
    'instanceof new null return super switch this throw true try typeof var void while with arguments'
  ).split(' '),
);

/** Parameters of these names change how the template function itself works. */
const templateNames = ['__t', '__p', '__j', 'print', 'JSON', 'Array'];

const plain = /^\s*([\p{ID_Start}$_][\p{ID_Continue}$]*(?:\.[\p{ID_Start}$_][\p{ID_Continue}$]*)*)\s*$/u;

/** Whether a script is nothing but a name (`a`, `a.b`) that is no word of the language. */
export function isPlainName(script: string): boolean {
  const root = plain.exec(script)?.[1]?.split('.')[0];
  return root !== undefined && !special.has(root);
}

/**
 * The text with its expressions evaluated, where all of them are names (`${a}`, `${a.b}`) of parameters that exist: the same answer as the
 * engine's, without it. Undefined where JavaScript is needed.
 */
export function evaluatePlainNames(parts: readonly Part[], params: ConfigMap): string | undefined {
  if (templateNames.some((name) => params.has(name))) return undefined;
  let text = '';
  for (const part of parts) {
    const piece = part.kind === 'literal' ? part.text : part.script === '' ? '' : evaluateName(part.script, params);
    if (piece === undefined) return undefined;
    text += piece;
  }
  return text;
}

function evaluateName(script: string, params: ConfigMap): string | undefined {
  const path = plain.exec(script)?.[1]?.split('.');
  if (!path || special.has(path[0] ?? '')) return undefined;
  let value: Value | undefined = params;
  for (const name of path) {
    if (!isMap(value)) return undefined;
    value = value.get(name);
    if (value === undefined || name === '__proto__') return undefined;
  }
  return value === undefined ? undefined : resultText(value);
}

/** How Digdag's template writes a value: texts as they are, nothing for null, JSON as JavaScript writes it for the rest. */
function resultText(value: Value): string | undefined {
  if (typeof value === 'string') return value;
  if (value === null) return '';
  const js = toJs(value);
  return typeof js === 'string' ? js : JSON.stringify(js);
}

/** What JSON.parse makes of Digdag's JSON: all numbers are doubles, infinite ones are texts, keys that look like indexes come first. */
function toJs(value: Value): unknown {
  if (value instanceof Float) return Number.isFinite(value.value) ? value.value : String(value.value);
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.map(toJs);
  if (!isMap(value)) return value;
  const object: Record<string, unknown> = {};
  for (const [key, item] of value) {
    Object.defineProperty(object, key, { value: toJs(item), enumerable: true, configurable: true, writable: true });
  }
  return object;
}
