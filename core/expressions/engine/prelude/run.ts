/** The answer of a run, as JSON. */
export type RunAnswer =
  | { readonly text: string }
  | { readonly name: string; readonly message: string }
  /** Something was thrown that is no error. */
  | { readonly thrown: string };

/**
 * Runs inside the sandbox: makes the function that runs one text. Everything goes in and out as JSON, which carries every text safely.
 * Self-contained: it is sent there as text.
 */
export function makeRun(
  global: object,
  graalError: (error: unknown) => void,
): (body: string, params: string, leaks: string) => string {
  const { parse, stringify } = JSON;
  const NewFunction = Function;
  const Failure = Error;
  const toText = String;
  const { isArray } = Array;
  const { assign } = Object; // ES5 has none: the prelude takes it away later
  const leave = (name: string, value: unknown): void => {
    Object.defineProperty(global, name, { value, configurable: true, enumerable: true, writable: true });
  };
  const leak = (found: { input: string; index: number; match?: string }): void => {
    const all = found.match === undefined ? '' : `\${${found.match}`;
    leave('m', assign([all, found.match], { index: found.index, input: found.input }));
    leave('all', all);
    leave('match', found.match);
  };
  const describe = (error: unknown): object => {
    graalError(error);
    if (error instanceof Failure) return { name: toText(error.name), message: toText(error.message) };
    if (Object(error) !== error) return { thrown: toText(error) };
    return { thrown: typeof error === 'function' ? 'Function' : isArray(error) ? 'Array' : 'Object' };
  };
  return (body, params, leaks) => {
    try {
      const found: unknown = parse(leaks);
      if (found) leak(found as { input: string; index: number; match?: string });
      const run = new NewFunction(parse(body));
      return stringify({ text: run.call(parse(params)) });
    } catch (error) {
      return stringify(describe(error));
    }
  };
}
