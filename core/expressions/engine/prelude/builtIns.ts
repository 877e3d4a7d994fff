/**
 * Runs inside the sandbox, before ES5 is all there is: built-in functions that behave otherwise in Digdag's engine. Self-contained: it is sent there
 * as text.
 * @param compareTexts -1, 0 or 1, by the rules of the language
 */
export function adjustBuiltIns(global: object, compareTexts: (one: string, other: string) => number): void {
  const define = (holder: object, name: string, value: unknown, writable = true): void => {
    Object.defineProperty(holder, name, { value, writable, configurable: writable, enumerable: false });
  };
  /** A function of the same face as another. */
  const stand = (holder: object, native: { name: string; length: number }, by: unknown): void => {
    define(by as object, 'name', native.name);
    define(by as object, 'length', native.length);
    define(holder, native.name, by);
  };

  const NativeNumber = Number;
  function Es5Number(this: unknown, ...given: unknown[]): unknown {
    const value = given.length === 0 ? 0 : NativeNumber(given[0]);
    return this instanceof Es5Number ? Object(value) : value;
  }
  define(Es5Number, 'prototype', NativeNumber.prototype, false);
  for (const name of ['MAX_VALUE', 'MIN_VALUE', 'NaN', 'NEGATIVE_INFINITY', 'POSITIVE_INFINITY'] as const) {
    define(Es5Number, name, NativeNumber[name], false);
  }
  define(NativeNumber.prototype, 'constructor', Es5Number);
  stand(global, NativeNumber, Es5Number);

  const NativeRegExp = RegExp;
  function Es5RegExp(...given: unknown[]): unknown {
    const [pattern, flags] = given;
    if (flags !== undefined && !/^[gim]*$/.test(String(flags)))
      throw new SyntaxError('Invalid regular expression flags');
    return flags === undefined
      ? new NativeRegExp(pattern as string)
      : new NativeRegExp(pattern as string, String(flags));
  }
  define(Es5RegExp, 'prototype', NativeRegExp.prototype, false);
  define(NativeRegExp.prototype, 'constructor', Es5RegExp);
  stand(global, NativeRegExp, Es5RegExp);

  for (const name of [
    'keys',
    'getOwnPropertyNames',
    'getOwnPropertyDescriptor',
    'getPrototypeOf',
    'isExtensible',
    'isFrozen',
    'isSealed',
    'freeze',
    'seal',
    'preventExtensions',
  ] as const) {
    const native: (...given: never[]) => unknown = Object[name];
    stand(Object, native, (...given: unknown[]) => {
      if (Object(given[0]) !== given[0]) throw new TypeError(`Object.${name} called on non-object`);
      return native(...(given as never[]));
    });
  }
  define(String.prototype, 'localeCompare', function (this: unknown, other: unknown) {
    return compareTexts(String(this), String(other));
  });
}
