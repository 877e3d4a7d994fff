import { Float, type Value } from '../value/value.ts';
import type { ScalarNode } from './node.ts';
import { readFloat, readInt } from './numbers.ts';

/** The prefix that `!!` stands for. */
export const standardPrefix = 'tag:yaml.org,2002:';

/** What an untagged plain scalar is. `merge` is the key `<<`. */
export type Implicit = 'str' | 'null' | 'bool' | 'int' | 'float' | 'merge';

// Digdag's YamlTagResolver: no sexagesimal ints, no floats that begin with 0, no dates, and only these booleans.
const intForm = /^(?:[-+]?0b[01_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+)$/;
const floatForm =
  /^(?:[-+]?(?:\.[0-9]+|[1-9][0-9_]*(?:\.[0-9_]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/** What Digdag takes the text of a plain scalar for. */
function implicitType(text: string): Implicit {
  if (text === '') return 'null';
  const first = text.charCodeAt(0);
  if (first > 57) return ofWord(text, first);
  if (first >= 48 || first === 45 || first === 43) {
    if (intForm.test(text)) return 'int';
    return floatForm.test(text) ? 'float' : 'str';
  }
  if (first === 46) return floatForm.test(text) ? 'float' : 'str';
  return text === ' ' ? 'null' : 'str';
}

function ofWord(text: string, first: number): Implicit {
  switch (first) {
    case 60: // <
      return text === '<<' ? 'merge' : 'str';
    case 126: // ~
      return text.length === 1 ? 'null' : 'str';
    case 110: // n
      return text === 'null' ? 'null' : 'str';
    case 78: // N
      return text === 'Null' || text === 'NULL' ? 'null' : 'str';
    case 116: // t
      return text === 'true' ? 'bool' : 'str';
    case 84: // T
      return text === 'True' ? 'bool' : 'str';
    case 102: // f
      return text === 'false' ? 'bool' : 'str';
    case 70: // F
      return text === 'False' ? 'bool' : 'str';
    default:
      return 'str';
  }
}

export interface Resolved {
  readonly type: Implicit;
  readonly value: Value;
}

/** The type and value of a scalar whose tag is absent or `!`; of another tag its text. `!` lets even quoted text be a number. */
export function resolveScalar(node: ScalarNode): Resolved {
  const { tag, text } = node;
  if (tag === undefined ? node.style !== 'plain' : tag !== '!') return { type: 'str', value: text };
  const type = implicitType(text);
  return { type, value: implicitValue(type, text) };
}

function implicitValue(type: Implicit, text: string): Value {
  switch (type) {
    case 'null':
      return null;
    case 'bool':
      return text.length === 4;
    case 'int':
      return readInt(text) ?? null;
    case 'float':
      return new Float(readFloat(text));
    default:
      return text;
  }
}
