import { type Node, Reader } from './es5/reader.ts';
import { Statements } from './es5/statements.ts';

/**
 * Reads ECMAScript 5 as Digdag's engine does (es5/). Throws a ScriptError with `pos`; also where the nesting is too deep for those who walk over the
 * tree.
 */
export function parseScript(body: string): Node & { readonly body: readonly Node[] } {
  const program = new Statements(new Reader(body)).program();
  return program as Node & { readonly body: readonly Node[] };
}

/** The tree of an expression, whose places are one behind those of the script; undefined where it is no ECMAScript 5. */
export function readScript(script: string): Node | undefined {
  try {
    return parseScript(`(${script}\n)`);
  } catch {
    return undefined; // the rule of syntax tells what is wrong
  }
}

/** The expression that a text begins with. Throws as `parseScript` does. */
export function parseExpression(text: string): Node {
  return new Statements(new Reader(text)).expression();
}
