import { type Member, method, property } from './member.ts';

// What ECMAScript 5, which Digdag's expressions are, has; members.test.ts asks the sandbox whether all of it exists.

export const stringMembers: readonly Member[] = [
  property('length', 'number', 'How many characters it has.'),
  method('replace', 'pattern, replacement', 'string', 'With the first match, or all of a pattern /…/g, replaced.'),
  method('split', 'separator, limit?', 'array', 'Its parts between the separators.'),
  method('substring', 'start, end?', 'string', 'The part from one place up to another.'),
  method('substr', 'start, length?', 'string', 'So many characters from a place.'),
  method('slice', 'start, end?', 'string', 'The part from one place up to another; negative ones count from the end.'),
  method('indexOf', 'text, start?', 'number', 'The place of a text in it; -1 where it does not occur.'),
  method('lastIndexOf', 'text, start?', 'number', 'The last place of a text in it; -1 where it does not occur.'),
  method('charAt', 'index', 'string', 'The character at a place.'),
  method('charCodeAt', 'index', 'number', 'The code of the character at a place.'),
  method('concat', 'texts', 'string', 'It, and other texts behind it.'),
  method('toUpperCase', '', 'string', 'In upper case.'),
  method('toLowerCase', '', 'string', 'In lower case.'),
  method('trim', '', 'string', 'Without blanks at its ends.'),
  method('match', 'pattern', 'array', 'What a pattern matches; null where it does not.'),
  method('search', 'pattern', 'number', 'The place of a match; -1 where there is none.'),
  method('localeCompare', 'other', 'number', 'Negative, zero or positive, as it sorts before, with or behind another.'),
];

export const arrayMembers: readonly Member[] = [
  property('length', 'number', 'How many items it has.'),
  method('join', 'separator?', 'string', 'Its items as a text, with the separator between them.'),
  method('map', 'function', 'array', 'What a function makes of each item.'),
  method('filter', 'function', 'array', 'The items for which a function is true.'),
  method('forEach', 'function', 'any', 'Calls a function for each item.'),
  method('reduce', 'function, initial?', 'any', 'What a function makes of all items, one after another.'),
  method('some', 'function', 'boolean', 'Whether a function is true for one item.'),
  method('every', 'function', 'boolean', 'Whether a function is true for all items.'),
  method('indexOf', 'item', 'number', 'The place of an item; -1 where it is not in it.'),
  method('lastIndexOf', 'item', 'number', 'The last place of an item; -1 where it is not in it.'),
  method('slice', 'start?, end?', 'array', 'The items from one place up to another.'),
  method('concat', 'others', 'array', 'It, and other items behind it.'),
  method('reverse', '', 'array', 'In reverse order.'),
  method('sort', 'function?', 'array', 'Sorted, as texts or by a function.'),
  method('push', 'item', 'number', 'Adds an item at the end.'),
  method('pop', '', 'any', 'Takes the last item away.'),
  method('shift', '', 'any', 'Takes the first item away.'),
];

export const numberMembers: readonly Member[] = [
  method('toFixed', 'digits?', 'string', 'As a text with so many decimals.'),
  method('toString', 'radix?', 'string', 'As a text, also in another base.'),
  method('toPrecision', 'digits?', 'string', 'As a text with so many digits.'),
];

export const dateMembers: readonly Member[] = [
  method('getTime', '', 'number', 'Milliseconds since 1970.'),
  method('getFullYear', '', 'number', 'The year.'),
  method('getMonth', '', 'number', 'The month, 0 to 11.'),
  method('getDate', '', 'number', 'The day of the month.'),
  method('getDay', '', 'number', 'The day of the week, 0 (Sunday) to 6.'),
  method('getHours', '', 'number', 'The hour.'),
  method('getMinutes', '', 'number', 'The minute.'),
  method('getSeconds', '', 'number', 'The second.'),
  method('toISOString', '', 'string', 'ISO 8601 in UTC.'),
];

const math: readonly Member[] = [
  method('floor', 'number', 'number', 'The next whole number below.'),
  method('ceil', 'number', 'number', 'The next whole number above.'),
  method('round', 'number', 'number', 'The nearest whole number.'),
  method('abs', 'number', 'number', 'Without its sign.'),
  method('max', 'numbers', 'number', 'The greatest of some numbers.'),
  method('min', 'numbers', 'number', 'The least of some numbers.'),
  method('pow', 'base, exponent', 'number', 'A power.'),
  method('sqrt', 'number', 'number', 'The square root.'),
  method('log', 'number', 'number', 'The natural logarithm.'),
  method('random', '', 'number', 'A random number from 0 up to 1; another one at each evaluation.'),
  property('PI', 'number', 'The number pi.'),
];

const json: readonly Member[] = [
  method('parse', 'text', 'any', 'The value that a text of JSON holds.'),
  method('stringify', 'value, replacer?, space?', 'string', 'A value as JSON.'),
];

const object: readonly Member[] = [method('keys', 'object', 'array', 'The names of its members.')];

/** What expressions can use without defining it, and its members. */
export const scriptObjects: readonly (Member & { readonly members: readonly Member[] })[] = [
  { ...property('JSON', 'any', 'Reads and writes JSON.'), members: json },
  { ...property('Math', 'any', 'Functions of numbers.'), members: math },
  { ...property('Object', 'any', 'Functions of objects.'), members: object },
];

export const scriptFunctions: readonly Member[] = [
  method('parseInt', 'text, radix?', 'number', 'The whole number that a text begins with.'),
  method('parseFloat', 'text', 'number', 'The number that a text begins with.'),
  method('Number', 'value', 'number', 'A value as a number.'),
  method('String', 'value', 'string', 'A value as a text.'),
  method('isNaN', 'value', 'boolean', 'Whether a value is no number.'),
  method('encodeURIComponent', 'text', 'string', 'A text as a part of an address.'),
  method('decodeURIComponent', 'text', 'string', 'What a part of an address means.'),
];
