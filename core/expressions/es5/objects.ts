import { bracket, type Node, type Place, type Reader } from './reader.ts';
import { numberOf, ScriptError } from './token.ts';

type Kind = 'get' | 'init' | 'set';

/** `{a: 1, get b() {…}}`. @param valueAt reads the value of a key */
export function objectLiteral(place: Place, valueAt: (place: Place) => Node): Node {
  const { reader } = place;
  const { start } = reader.next();
  const inner = { ...place, isHead: false };
  const properties: Node[] = [];
  const seen = new Map<string, Set<Kind>>();
  reader.within(bracket, () => {
    while (!reader.isSign('}')) {
      properties.push(property(inner, valueAt, seen));
      if (!reader.isSign('}')) reader.expectSign(',');
    }
  });
  const { end } = reader.next();
  return { type: 'ObjectExpression', start, end, properties };
}

function property(place: Place, valueAt: (place: Place) => Node, seen: Map<string, Set<Kind>>): Node {
  const { reader } = place;
  const { start, value: word, kind: tokenKind } = reader.token;
  const first = propertyName(reader);
  const isAccessor = tokenKind === 'name' && (word === 'get' || word === 'set') && !reader.isSign(':');
  const kind: Kind = isAccessor ? (word === 'get' ? 'get' : 'set') : 'init';
  const key = isAccessor ? propertyName(reader) : first;
  let value: Node;
  if (isAccessor) {
    value = place.functionFrom(reader.token.start, 'Accessor');
    const wanted = kind === 'get' ? 0 : 1;
    if (Array.isArray(value.params) && value.params.length !== wanted) {
      const words = kind === 'get' ? 'getter should have no params' : 'setter should have exactly one param';
      throw new ScriptError(words, value.start);
    }
  } else {
    reader.expectSign(':');
    value = valueAt(place);
  }
  checkClash(reader, key, kind, seen);
  return { type: 'Property', start, end: reader.lastEnd, key, value, kind };
}

/** ECMA-262 5.1, 11.1.5: a key is either data or a getter and a setter, in strict code each once. */
function checkClash(reader: Reader, key: Node, kind: Kind, seen: Map<string, Set<Kind>>): void {
  const name = key.type === 'Identifier' ? `${key.name}` : String(key.value);
  const kinds = seen.get(name) ?? new Set();
  const isTwice =
    kind === 'init'
      ? kinds.has('get') || kinds.has('set') || (reader.isStrict && kinds.has('init'))
      : kinds.has('init') || kinds.has(kind);
  if (isTwice) throw new ScriptError('Redefinition of property', key.start);
  seen.set(name, kinds.add(kind));
}

function propertyName(reader: Reader): Node {
  const { kind, value, start, end } = reader.token;
  if (kind === 'number' || kind === 'string') {
    reader.checkOctal(reader.token);
    reader.next();
    return {
      type: 'Literal',
      start,
      end,
      value: kind === 'number' ? numberOf(value) : value,
      raw: reader.source(start, end),
    };
  }
  if (kind !== 'name' && kind !== 'keyword') reader.unexpected();
  reader.next();
  return { type: 'Identifier', start, end, name: value };
}
