import { getOptionalText } from '../../../core/value/typed.ts';
import type { ConfigMap } from '../../../core/value/value.ts';
import { orThrow } from '../config.ts';

export interface TableReference {
  readonly schema: string | undefined;
  readonly name: string;
}

/** `schema.table` or `table` under a key (TableReference.parse). */
export function tableUnder(params: ConfigMap, key: string): TableReference | undefined {
  const text = orThrow(getOptionalText(params, key));
  if (text === undefined) return undefined;
  const dot = text.indexOf('.');
  return dot < 0 ? { schema: undefined, name: text } : { schema: text.slice(0, dot), name: text.slice(dot + 1) };
}

/** As it is written in a statement, always in quotes. */
export function tableName({ schema, name }: TableReference): string {
  return schema === undefined ? identifier(name) : `${identifier(schema)}.${identifier(name)}`;
}

function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
