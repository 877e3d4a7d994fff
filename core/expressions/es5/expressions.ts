import { objectLiteral } from './objects.ts';
import { bracket, type Node, type Place, type Reader } from './reader.ts';
import { numberOf, ScriptError } from './token.ts';

/** Binary operators, the stronger the greater (ECMA-262 5.1, 11.5 to 11.11). */
const strengths: ReadonlyMap<string, number> = new Map(
  ['||', '&&', '|', '^', '&', '== != === !==', '< > <= >= in instanceof', '<< >> >>>', '+ -', '* / %'].flatMap(
    (operators, strength) => operators.split(' ').map((operator) => [operator, strength + 1] as const),
  ),
);
const assignments = ['=', '+=', '-=', '*=', '/=', '%=', '<<=', '>>=', '>>>=', '&=', '|=', '^='];
const values: ReadonlyMap<string, boolean | null> = new Map([
  ['null', null],
  ['true', true],
  ['false', false],
]);

/** An expression, also of several parts joined by commas. */
export function expression(place: Place): Node {
  const { reader } = place;
  const { start } = reader.token;
  const first = assignment(place);
  if (!reader.isSign(',')) return first;
  const expressions = [first];
  while (reader.eatSign(',')) expressions.push(assignment(place));
  return { type: 'SequenceExpression', start, end: reader.lastEnd, expressions };
}

/** An expression without commas. */
export function assignment(place: Place): Node {
  const { reader } = place;
  return reader.within(0, () => {
    const { start } = reader.token;
    const left = conditional(place);
    if (!reader.isSign(...assignments)) return left;
    checkTarget(reader, left);
    reader.deepen(4);
    const operator = reader.next().value;
    const right = assignment(place);
    return { type: 'AssignmentExpression', start, end: reader.lastEnd, operator, left, right };
  });
}

/** Throws where nothing can be assigned to it. */
export function checkTarget(reader: Reader, node: Node): void {
  if (node.type === 'MemberExpression') return;
  if (node.type !== 'Identifier') throw new ScriptError('Assigning to rvalue', node.start);
  reader.checkBinding(node);
}

function conditional(place: Place): Node {
  const { reader } = place;
  const { start } = reader.token;
  const test = binary(place, unary(place), start, 0);
  if (!reader.isSign('?')) return test;
  reader.deepen(4);
  reader.next();
  const consequent = assignment({ ...place, isHead: false });
  reader.expectSign(':');
  const alternate = assignment(place);
  return { type: 'ConditionalExpression', start, end: reader.lastEnd, test, consequent, alternate };
}

/** What follows `left` as long as its operators are stronger than `least`. */
function binary(place: Place, left: Node, start: number, least: number): Node {
  const { reader } = place;
  let node = left;
  for (;;) {
    const { kind, value: operator } = reader.token;
    const strength = kind === 'sign' || kind === 'keyword' ? (strengths.get(operator) ?? 0) : 0;
    if (strength <= least || (operator === 'in' && place.isHead)) return node;
    reader.deepen(1);
    reader.next();
    const from = reader.token.start;
    const right = binary(place, unary(place), from, strength);
    const type = operator === '||' || operator === '&&' ? 'LogicalExpression' : 'BinaryExpression';
    node = { type, start, end: reader.lastEnd, left: node, operator, right };
  }
}

function unary(place: Place): Node {
  const { reader } = place;
  const { start, value: operator } = reader.token;
  if (reader.isSign('++', '--')) {
    reader.deepen(1);
    reader.next();
    const argument = unary(place);
    checkTarget(reader, argument);
    return { type: 'UpdateExpression', start, end: reader.lastEnd, operator, prefix: true, argument };
  }
  if (reader.isSign('+', '-', '!', '~') || reader.isKeyword('typeof', 'void', 'delete')) {
    reader.deepen(1);
    reader.next();
    const argument = unary(place);
    if (reader.isStrict && operator === 'delete' && argument.type === 'Identifier') {
      throw new ScriptError('Deleting local variable in strict mode', start);
    }
    return { type: 'UnaryExpression', start, end: reader.lastEnd, operator, prefix: true, argument };
  }
  const argument = members(place, atom(place), start, true);
  if (!reader.isSign('++', '--') || reader.token.afterLineBreak) return argument;
  checkTarget(reader, argument);
  const { value, end } = reader.next();
  return { type: 'UpdateExpression', start, end, operator: value, prefix: false, argument };
}

/** `.a`, `[b]` and `(c)` behind an expression. */
function members(place: Place, object: Node, start: number, withCalls: boolean): Node {
  const { reader } = place;
  let node = object;
  for (;;) {
    if (reader.eatSign('.')) {
      const { kind, value, ...at } = reader.token;
      if (kind !== 'name' && kind !== 'keyword') reader.unexpected();
      const { end } = reader.next();
      const property: Node = { type: 'Identifier', start: at.start, end, name: value };
      node = { type: 'MemberExpression', start, end, object: node, property, computed: false };
    } else if (reader.eatSign('[')) {
      const property = reader.within(bracket, () => expression({ ...place, isHead: false }));
      reader.expectSign(']');
      node = { type: 'MemberExpression', start, end: reader.lastEnd, object: node, property, computed: true };
    } else if (withCalls && reader.isSign('(')) {
      const given = callArguments(place);
      node = { type: 'CallExpression', start, end: reader.lastEnd, callee: node, arguments: given };
    } else {
      return node;
    }
  }
}

function callArguments(place: Place): Node[] {
  const { reader } = place;
  const inner = { ...place, isHead: false };
  reader.expectSign('(');
  const given: Node[] = [];
  reader.within(bracket, () => {
    if (reader.isSign(')')) return;
    do given.push(assignment(inner));
    while (reader.eatSign(','));
  });
  reader.expectSign(')');
  return given;
}

function atom(place: Place): Node {
  const { reader } = place;
  const { kind, value, start } = reader.token;
  if (reader.isSign('/', '/=')) {
    const { end, value: flags } = reader.readRegExp();
    return { type: 'Literal', start, end, value: null, raw: reader.source(start, end), flags };
  }
  if (kind === 'name') return reader.readName();
  if (kind === 'number' || kind === 'string') {
    reader.checkOctal(reader.token);
    const { end } = reader.next();
    const raw = reader.source(start, end);
    return { type: 'Literal', start, end, value: kind === 'string' ? value : numberOf(value), raw };
  }
  if (kind === 'keyword') return wordAtom(place);
  if (value === '(') return parenthesized(place);
  if (value === '[') return list(place);
  if (value === '{') return objectLiteral(place, assignment);
  return reader.unexpected();
}

function wordAtom(place: Place): Node {
  const { reader } = place;
  const { value: word, start } = reader.token;
  const value = values.get(word);
  if (word !== 'this' && word !== 'function' && word !== 'new' && value === undefined) reader.unexpected();
  const { end } = reader.next();
  if (word === 'function') return place.functionFrom(start, 'FunctionExpression');
  if (word === 'new') return instance(place, start);
  return word === 'this' ? { type: 'ThisExpression', start, end } : { type: 'Literal', start, end, value, raw: word };
}

function instance(place: Place, start: number): Node {
  const { reader } = place;
  reader.deepen(2);
  const from = reader.token.start;
  const callee = members(place, atom(place), from, false);
  const given = reader.isSign('(') ? callArguments(place) : [];
  return { type: 'NewExpression', start, end: reader.lastEnd, callee, arguments: given };
}

function parenthesized(place: Place): Node {
  const { reader } = place;
  reader.expectSign('(');
  const node = reader.within(bracket, () => expression({ ...place, isHead: false }));
  reader.expectSign(')');
  return node;
}

/** `[a, , b]`: what is left out is null. */
function list(place: Place): Node {
  const { reader } = place;
  const { start } = reader.next();
  const inner = { ...place, isHead: false };
  const elements: (Node | null)[] = [];
  reader.within(bracket, () => {
    while (!reader.isSign(']')) {
      if (reader.isSign(',')) elements.push(null);
      else elements.push(assignment(inner));
      if (!reader.isSign(']')) reader.expectSign(',');
    }
  });
  const { end } = reader.next();
  return { type: 'ArrayExpression', start, end, elements };
}
