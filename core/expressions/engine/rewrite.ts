import { parseScript } from '../parse.ts';

interface Edit {
  readonly start: number;
  readonly length: number;
  readonly text: string;
}

/**
 * Two things of Digdag's engine that cannot be had otherwise: the methods of Java's String exist in calls only, and one of them is `length` (so such
 * calls go to methods of another name: prelude/javaString.ts); and an error that is caught speaks in the engine's words (prelude/errors.ts).
 * Everything else of the code stays as it is.
 */
export function adaptToQuickJs(body: string, javaMethods: ReadonlySet<string>): string {
  if (!/\w\s*\(|\bcatch\b/.test(body)) return body;
  const edits = [...editsOf(parseOrUndefined(body), javaMethods)].sort((one, other) => other.start - one.start);
  return edits.reduce(
    (text, { start, length, text: by }) => text.slice(0, start) + by + text.slice(start + length),
    body,
  );
}

function parseOrUndefined(body: string): unknown {
  try {
    return parseScript(body);
  } catch {
    return undefined; // QuickJS itself says what is wrong with it
  }
}

function* editsOf(node: unknown, javaMethods: ReadonlySet<string>): Generator<Edit> {
  if (Array.isArray(node)) {
    for (const item of node) yield* editsOf(item, javaMethods);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  const { type, callee, param, body } = node as Record<string, unknown>;
  if (type === 'CallExpression') yield* javaCall(callee, javaMethods);
  if (type === 'CatchClause') yield* caughtError(param, body);
  for (const child of Object.values(node)) yield* editsOf(child, javaMethods);
}

function* javaCall(callee: unknown, javaMethods: ReadonlySet<string>): Generator<Edit> {
  const { type, computed, property } = callee as Record<string, unknown>;
  if (type !== 'MemberExpression' || computed !== false) return;
  const { name, start } = property as Record<string, unknown>;
  if (typeof name !== 'string' || typeof start !== 'number' || !javaMethods.has(name)) return;
  yield { start, length: 0, text: '__java_' };
}

function* caughtError(param: unknown, body: unknown): Generator<Edit> {
  const { name } = param as Record<string, unknown>;
  const { start } = body as Record<string, unknown>;
  if (typeof start === 'number') yield { start: start + 1, length: 0, text: `__graalError(${name});` };
}
