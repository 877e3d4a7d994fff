/**
 * Runs inside the sandbox: gives QuickJS's errors the words of Digdag's engine, where these are known. `__graalError` changes an error in place;
 * catch clauses call it first (rewrite.ts). Self-contained: it is sent there as text.
 */
export function installErrorWords(global: object): void {
  const words: [RegExp, string][] = [
    [/^'(.*)' is not defined$/, '$1 is not defined'],
    [/^cannot read property '(?:__java_)?(.*)' of (undefined|null)$/, "Cannot read property '$1' of $2"],
    [/^cannot set property '(.*)' of (undefined|null)$/, "Cannot set property '$1' of $2"],
    [/^not a function$/, '(intermediate value) is not a function'],
    [/^circular reference$/, 'Converting circular structure to JSON'],
  ];
  const Reference = ReferenceError;
  const Type = TypeError;
  const change = (error: unknown): void => {
    if (!(error instanceof Reference || error instanceof Type)) return;
    const { message } = error;
    words.some(([pattern, graal]) => {
      if (!pattern.test(message)) return false;
      error.message = message.replace(pattern, graal);
      return true;
    });
  };
  Object.defineProperty(global, '__graalError', { value: change });
}
