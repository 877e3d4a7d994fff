import { doubleText } from '../../core/value/json.ts';
import { type ConfigMap, Float, type Value } from '../../core/value/value.ts';

const plainKey = /^[A-Za-z_+][\w+\-.=%&@^>/[\]{}]*$/;
const wordsOfYaml = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

/** A map as YAML in the form of Digdag's own files: texts in double quotes, two spaces a level. */
export function toYaml(map: ConfigMap, indent = ''): string {
  let text = '';
  for (const [key, value] of map) text += `${indent}${keyText(key)}:${valueText(value, indent)}\n`;
  return text;
}

function valueText(value: Value, indent: string): string {
  if (value instanceof Map) return value.size === 0 ? ' {}' : `\n${toYaml(value, `${indent}  `).trimEnd()}`;
  if (!Array.isArray(value)) return ` ${scalarText(value)}`;
  return value.length === 0 ? ' []' : value.map((item) => `\n${indent}-${itemText(item, indent)}`).join('');
}

/** An item of a list; a map begins on the line of its dash. */
function itemText(item: Value, indent: string): string {
  if (item instanceof Map && item.size > 0) return ` ${toYaml(item, `${indent}  `).trim()}`;
  return valueText(item, `${indent}  `);
}

function keyText(key: string): string {
  return plainKey.test(key) && !wordsOfYaml.test(key) ? key : JSON.stringify(key);
}

function scalarText(value: Exclude<Value, Value[] | ConfigMap>): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (value instanceof Float) return Number.isFinite(value.value) ? doubleText(value.value) : `"${value.value}"`;
  return String(value);
}
