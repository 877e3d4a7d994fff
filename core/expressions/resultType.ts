import { parseScript } from './parse.ts';

/** What the value of an expression certainly is; undefined where only a run tells. */
export type ResultType = 'boolean' | 'number' | 'string';

type Fields = Readonly<Record<string, unknown>>;

/** @param ofName the type of a variable, where it is known */
export function resultType(
  script: string,
  ofName: (name: string) => ResultType | undefined = () => undefined,
): ResultType | undefined {
  try {
    const { body } = parseScript(`(${script}\n)`);
    const [statement] = body;
    return statement?.type === 'ExpressionStatement' ? new Types(ofName).of(statement.expression) : undefined;
  } catch {
    return undefined; // the rule of syntax tells what is wrong
  }
}

class Types {
  constructor(private readonly ofName: (name: string) => ResultType | undefined) {}

  of(node: unknown): ResultType | undefined {
    if (!isNode(node)) return undefined;
    switch (node.type) {
      case 'ParenthesizedExpression':
        return this.of(node.expression);
      case 'Literal':
        return ofLiteral(node.value);
      case 'Identifier':
        return typeof node.name === 'string' ? this.ofName(node.name) : undefined;
      case 'BinaryExpression':
        return this.ofBinary(node);
      case 'UnaryExpression':
        return ofUnary(String(node.operator));
      case 'LogicalExpression':
        return this.both(node.left, node.right);
      case 'ConditionalExpression':
        return this.both(node.consequent, node.alternate);
      case 'MemberExpression':
        return nameOf(node) === 'length' ? 'number' : undefined;
      case 'CallExpression':
        return ofCall(node.callee);
      default:
        return undefined;
    }
  }

  private both(one: unknown, other: unknown): ResultType | undefined {
    const type = this.of(one);
    return type === this.of(other) ? type : undefined;
  }

  private ofBinary({ operator, left, right }: Fields): ResultType | undefined {
    const kind = String(operator);
    if (/^(?:[=!]==?|[<>]=?|in|instanceof)$/.test(kind)) return 'boolean';
    if (kind !== '+') return 'number';
    return this.of(left) === 'number' && this.of(right) === 'number' ? 'number' : undefined;
  }
}

/** 'true' and 'false' are as good as true and false, and '' is false. */
function ofLiteral(value: unknown): ResultType | undefined {
  if (typeof value === 'boolean' || value === 'true' || value === 'false' || value === '') return 'boolean';
  return typeof value === 'number' ? 'number' : typeof value === 'string' ? 'string' : undefined;
}

function ofUnary(operator: string): ResultType | undefined {
  if (operator === '!' || operator === 'delete') return 'boolean';
  if (operator === 'typeof') return 'string';
  return operator === 'void' ? undefined : 'number';
}

const ofMoment: Readonly<Record<string, ResultType>> = {
  ...types(
    'number',
    'date day dayOfYear days diff hour hours isoWeek isoWeekday millisecond minute minutes month months',
  ),
  ...types('number', 'quarter second seconds unix utcOffset valueOf week weekday weeks year years'),
  ...types('string', 'format fromNow toISOString toString'),
  ...types('boolean', 'isAfter isBefore isBetween isDST isLeapYear isSame isSameOrAfter isSameOrBefore isValid'),
};

function types(type: ResultType, names: string): Record<string, ResultType> {
  return Object.fromEntries(names.split(' ').map((name) => [name, type]));
}

/** A method of a moment; `moment(…).day()`. */
function ofCall(callee: unknown): ResultType | undefined {
  if (!isNode(callee) || callee.type !== 'MemberExpression') return undefined;
  const method = nameOf(callee) ?? '';
  let at: unknown = callee.object;
  while (isNode(at)) {
    if (at.type === 'Identifier')
      return at.name === 'moment' && Object.hasOwn(ofMoment, method) ? ofMoment[method] : undefined;
    at = at.type === 'CallExpression' ? at.callee : at.type === 'MemberExpression' ? at.object : undefined;
  }
  return undefined;
}

function nameOf({ property, computed }: Fields): string | undefined {
  return computed === false && isNode(property) && typeof property.name === 'string' ? property.name : undefined;
}

function isNode(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}
