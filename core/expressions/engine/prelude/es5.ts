/**
 * Runs inside the sandbox: takes away what Digdag's engine does not have as ECMAScript 5. Self-contained: it is sent there as text.
 * @param kept per object (`Array`, `Array.prototype`) its properties, in words; `global` for the globals
 */
export function restrictToEs5(kept: Record<string, string>): void {
  const { deleteProperty, get } = Reflect;
  const { getOwnPropertyNames } = Object;
  const holderOf = (path: string): unknown => {
    const [name = '', prototype] = path.split('.');
    const object: unknown = name === 'global' ? globalThis : get(globalThis, name);
    return prototype === undefined ? object : get(Object(object), prototype);
  };
  const paths = Object.keys(kept).reverse();
  const holders = paths.map((path) => Object(holderOf(path)));
  // `date + 1` counts with the number, as in Digdag's engine.
  deleteProperty(Date.prototype, Symbol.toPrimitive);
  for (let at = 0; at < paths.length; at++) {
    const keep = (kept[paths[at] ?? ''] ?? '').split(' ');
    const unknown = getOwnPropertyNames(holders[at]).filter((name) => keep.indexOf(name) < 0);
    for (let index = 0; index < unknown.length; index++) deleteProperty(holders[at], unknown[index] ?? '');
  }
}

/** What ECMAScript 5 has, and what GraalJS 19.3 has besides. */
export const es5: Record<string, string> = {
  global:
    'Error EvalError RangeError ReferenceError SyntaxError TypeError URIError Array Object Function parseInt parseFloat isNaN isFinite ' +
    'decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape Infinity NaN undefined eval Number Boolean String Math Date ' +
    'RegExp JSON __graalError ArrayBuffer DataView Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array Float32Array ' +
    'Float64Array',
  Object:
    'length name prototype create defineProperties defineProperty freeze getOwnPropertyDescriptor getOwnPropertyNames getPrototypeOf ' +
    'isExtensible isFrozen isSealed keys preventExtensions seal setPrototypeOf',
  'Object.prototype':
    'constructor hasOwnProperty isPrototypeOf propertyIsEnumerable toLocaleString toString valueOf __proto__ __defineGetter__ ' +
    '__defineSetter__ __lookupGetter__ __lookupSetter__',
  'Function.prototype': 'length name constructor apply bind call toString caller arguments',
  Array: 'length name prototype isArray',
  'Array.prototype':
    'length constructor concat every filter forEach indexOf join lastIndexOf map pop push reduce reduceRight reverse shift slice some sort ' +
    'splice toLocaleString toString unshift',
  String: 'length name prototype fromCharCode raw',
  'String.prototype':
    'length constructor anchor big blink bold charAt charCodeAt concat fixed fontcolor fontsize indexOf italics lastIndexOf link ' +
    'localeCompare match replace search slice small split strike sub substr substring sup toLocaleLowerCase toLocaleUpperCase toLowerCase ' +
    'toString toUpperCase trim trimEnd trimLeft trimRight trimStart valueOf',
  'Number.prototype': 'constructor toExponential toFixed toLocaleString toPrecision toString valueOf',
  Math: 'E LN10 LN2 LOG10E LOG2E PI SQRT1_2 SQRT2 abs acos asin atan atan2 ceil cos exp floor log max min pow random round sin sqrt tan',
  Date: 'length name prototype UTC now parse',
  RegExp: 'length name prototype',
  'RegExp.prototype': 'constructor compile exec flags global ignoreCase lastIndex multiline source test toString',
  JSON: 'parse stringify',
  Error: 'length name prototype',
};
