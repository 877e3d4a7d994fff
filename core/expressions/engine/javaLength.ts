import { parse } from 'acorn';

/**
 * `"abc".length()` is Java's method in Digdag's engine, while `"abc".length` stays a number. Calls are sent to a method that the prelude defines,
 * by another name of the same meaning; everything else of the code stays as it is.
 */
export function callJavaLength(body: string): string {
  if (!/\.\s*length\s*\(/.test(body)) return body;
  const calls = [
    ...lengthCalls(parse(body, { ecmaVersion: 5, sourceType: 'script', allowReturnOutsideFunction: true })),
  ];
  let result = body;
  for (const start of calls.sort((one, other) => other - one)) {
    result = `${result.slice(0, start)}__javaLength${result.slice(start + 'length'.length)}`;
  }
  return result;
}

/** Where the word `length` of such calls stands. */
function* lengthCalls(node: unknown): Generator<number> {
  if (Array.isArray(node)) {
    for (const item of node) yield* lengthCalls(item);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  const { type, callee } = node as { type?: unknown; callee?: unknown };
  if (type === 'CallExpression') yield* lengthMember(callee);
  for (const child of Object.values(node)) yield* lengthCalls(child);
}

function* lengthMember(callee: unknown): Generator<number> {
  const { type, computed, property } = callee as { type?: unknown; computed?: unknown; property?: unknown };
  if (type !== 'MemberExpression' || computed !== false) return;
  const { name, start } = property as { name?: unknown; start?: unknown };
  if (name === 'length' && typeof start === 'number') yield start;
}
