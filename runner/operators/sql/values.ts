import { bucketsOfAdded, inHashOrder } from '../../../core/value/hashOrder.ts';
import { doubleText } from '../../../core/value/json.ts';
import { asInt, unexpected } from '../../../core/value/typed.ts';
import { type ConfigMap, Float, integer, type Value } from '../../../core/value/value.ts';
import { configError, OperatorError } from '../operator.ts';
import type { Column } from './database.ts';

/** Config.get(key, int.class, fallback) */
export function intOr(params: ConfigMap, key: string, fallback: number): number {
  const value = params.get(key) ?? null;
  if (value === null) return fallback;
  const found = asInt(value);
  if (found === undefined) throw configError(unexpected('integer (int) type', key, value).message);
  return found;
}

// Values of PostgreSQL as Digdag has them: the JDBC driver makes Java objects of them (PgResultSet.getObject), which Java writes into a file
// (toString), and Jackson into stored parameters.

interface Type {
  readonly name: string;
  /** As a file has it. */
  readonly text: (value: string) => string;
  /** As it is stored; undefined where Jackson cannot write it. */
  readonly stored: ((value: string) => Value) | undefined;
}

const same = (value: string): string => value;
const whole = { text: same, stored: (value: string): Value => integer(BigInt(value)) };
const floating = {
  text: (value: string): string => doubleText(Number(value)),
  stored: (value: string): Value => new Float(Number(value)),
};
const text = { text: same, stored: same };
/** Digdag reads a moment in the time zone of its machine, and stores milliseconds since 1970. */
const timestamp = { text: timestampText, stored: milliseconds };
const time = { text: timeText, stored: timeText };

const types: Readonly<Record<number, Type>> = {
  16: { name: 'bool', text: (value) => String(value === 't'), stored: (value) => value === 't' },
  17: { name: 'bytea', text: same, stored: (value) => Buffer.from(value.slice(2), 'hex').toString('base64') },
  18: { name: 'char', ...text },
  19: { name: 'name', ...text },
  20: { name: 'int8', ...whole },
  21: { name: 'int2', ...whole },
  23: { name: 'int4', ...whole },
  25: { name: 'text', ...text },
  26: { name: 'oid', ...whole },
  700: { name: 'float4', ...floating },
  701: { name: 'float8', ...floating },
  1042: { name: 'bpchar', ...text },
  1043: { name: 'varchar', ...text },
  1082: { name: 'date', text: same, stored: (value) => milliseconds(`${value} 00:00:00`) },
  1083: { name: 'time', ...time },
  1114: { name: 'timestamp', ...timestamp },
  1184: { name: 'timestamptz', ...timestamp },
  1266: { name: 'timetz', ...time },
  1700: { name: 'numeric', text: same, stored: decimal },
  2950: { name: 'uuid', ...text },
};

/** Types that the driver hands on as a PGobject, whose members Jackson writes. */
const objects: Readonly<Record<number, string>> = {
  114: 'json',
  650: 'cidr',
  829: 'macaddr',
  869: 'inet',
  1560: 'bit',
  1562: 'varbit',
  3614: 'tsvector',
  3615: 'tsquery',
  3802: 'jsonb',
  3904: 'int4range',
  3906: 'numrange',
  3908: 'tsrange',
  3910: 'tstzrange',
  3912: 'daterange',
  3926: 'int8range',
};

/** The value as `download_file` writes it. */
export function fileText(value: string | null, { type }: Column): string | null {
  return value === null ? null : (types[type]?.text(value) ?? value);
}

/** A row as `store_last_results` keeps it: keys in the order of a Java HashMap. */
export function storedRow(values: readonly (string | null)[], columns: readonly Column[], limit: number): ConfigMap {
  const row = new Map<string, Value>();
  for (const [index, column] of columns.entries())
    row.set(column.name, storedValue(values[index] ?? null, column, limit));
  const names = inHashOrder(row.keys(), bucketsOfAdded(row.size));
  return new Map(names.map((name) => [name, row.get(name) ?? null]));
}

function storedValue(value: string | null, { name, type }: Column, limit: number): Value {
  if (value === null) return null;
  const known = types[type];
  if (known?.stored) return withinLimit(known.stored(value), known.stored === same, limit);
  const object = objects[type];
  if (object !== undefined)
    return new Map<string, Value>([
      ['type', object],
      ['value', value],
      ['null', false],
    ]);
  throw new OperatorError(
    `The value of column "${name}" cannot be stored: it has a type that Digdag cannot keep either. Cast it to text in the query.`,
    { kind: 'runtime' },
  );
}

function withinLimit(value: Value, isText: boolean, limit: number): Value {
  if (isText && typeof value === 'string' && value.length > limit) {
    throw new OperatorError(`The size of result value exceeded the limit: ${value.length} > ${limit}`);
  }
  return value;
}

/** A BigDecimal without its trailing zeros: 7.00 is kept as 7, and 10, which is 1E+1 then, comes back as a double. */
function decimal(value: string): Value {
  const short = value.includes('.') ? value.replace(/\.?0+$/, '') : value;
  return /^-?(?:\d*[1-9]|0)$/.test(short) ? integer(BigInt(short)) : new Float(Number(short));
}

function milliseconds(value: string): number {
  const moment = momentOf(value).getTime();
  if (Number.isNaN(moment)) throw new OperatorError(`The time ${value} cannot be stored`, { kind: 'runtime' });
  return moment;
}

/** `2026-01-02 03:04:05.6789[+09]`; without an offset in the time zone of this machine. */
function momentOf(value: string): Date {
  const parts = /^(\d+-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d{1,3})?)\d*([+-]\d\d(?::?\d\d)?)?/.exec(value);
  const [, date, clock, offset = ''] = parts ?? [];
  const full = offset === '' || offset.length > 3 ? offset : `${offset}:00`;
  return new Date(`${date}T${clock}${full}`);
}

/** java.sql.Timestamp.toString: local, with one digit of a fraction at least. */
function timestampText(value: string): string {
  const moment = momentOf(value);
  if (Number.isNaN(moment.getTime())) return value;
  const two = (number: number): string => String(number).padStart(2, '0');
  const date = `${String(moment.getFullYear()).padStart(4, '0')}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
  const clock = `${two(moment.getHours())}:${two(moment.getMinutes())}:${two(moment.getSeconds())}`;
  return `${date} ${clock}.${/\.(\d+)/.exec(value)?.[1] ?? '0'}`;
}

function timeText(value: string): string {
  return value.slice(0, 8);
}
