import { parse } from 'acorn';

interface Edit {
  readonly start: number;
  readonly length: number;
  readonly text: string;
}

/**
 * Two things of Digdag's engine that cannot be had otherwise: `"abc".length()` is Java's method while `"abc".length` stays a number, so such calls go
 * to a method of another name (prelude/javaString.ts); and an error that is caught speaks in the engine's words (prelude/errors.ts).
 * Everything else of the code stays as it is.
 */
export function adaptToQuickJs(body: string): string {
  if (!/\blength\s*\(|\bcatch\b/.test(body)) return body;
  const program = parseOrUndefined(body);
  const edits = [...editsOf(program)].sort((one, other) => other.start - one.start);
  return edits.reduce(
    (text, { start, length, text: by }) => text.slice(0, start) + by + text.slice(start + length),
    body,
  );
}

function parseOrUndefined(body: string): unknown {
  try {
    return parse(body, { ecmaVersion: 5, sourceType: 'script', allowReturnOutsideFunction: true });
  } catch {
    return undefined; // QuickJS itself says what is wrong with it
  }
}

function* editsOf(node: unknown): Generator<Edit> {
  if (Array.isArray(node)) {
    for (const item of node) yield* editsOf(item);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  const { type, callee, param, body } = node as Record<string, unknown>;
  if (type === 'CallExpression') yield* lengthCall(callee);
  if (type === 'CatchClause') yield* caughtError(param, body);
  for (const child of Object.values(node)) yield* editsOf(child);
}

function* lengthCall(callee: unknown): Generator<Edit> {
  const { type, computed, property } = callee as Record<string, unknown>;
  if (type !== 'MemberExpression' || computed !== false) return;
  const { name, start } = property as Record<string, unknown>;
  if (name === 'length' && typeof start === 'number') yield { start, length: name.length, text: '__javaLength' };
}

function* caughtError(param: unknown, body: unknown): Generator<Edit> {
  const { name } = param as Record<string, unknown>;
  const { start } = body as Record<string, unknown>;
  if (typeof start === 'number') yield { start: start + 1, length: 0, text: `__graalError(${name});` };
}
