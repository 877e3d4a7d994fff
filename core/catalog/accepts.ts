import { type Located, toValue } from '../project/located.ts';
import { parseDuration } from '../value/duration.ts';
import { asBoolean, asInt } from '../value/typed.ts';
import { Float, isInteger } from '../value/value.ts';
import type { Parameter, ValueType } from './types.ts';

/** A text with `${…}`: what it becomes is known only when the task runs, but it stays a text. */
export function isTemplate(value: Located | undefined): boolean {
  return value?.kind === 'scalar' && typeof value.value === 'string' && value.value.includes('${');
}

/**
 * Whether Digdag takes a value, as it is written, for one of the types. Nothing (null) is taken everywhere: it counts as absent.
 * @param jsonText a text of JSON is taken for a list or map
 */
export function accepts(value: Located, { type, jsonText = false }: Pick<Parameter, 'type' | 'jsonText'>): boolean {
  if (value.kind === 'scalar' && value.value === null) return true;
  return type.some((one) => acceptsOne(value, one) || (jsonText && one !== 'string' && isJsonText(value)));
}

function acceptsOne(value: Located, type: ValueType): boolean {
  switch (value.kind) {
    case 'list':
      return acceptsList(value.items, type);
    case 'map':
      return acceptsMap(
        [...value.entries.values()].map((entry) => entry.value),
        type,
      );
    case 'scalar':
      return acceptsScalar(value, type);
  }
}

function acceptsList(items: readonly Located[], type: ValueType): boolean {
  if (type === 'any' || type === 'nothing' || type === 'list') return true;
  const members = /^list<(.+)>$/.exec(type)?.[1]?.split('|');
  return members !== undefined && items.every((item) => members.some((member) => acceptsMember(item, member)));
}

function acceptsMap(values: readonly Located[], type: ValueType): boolean {
  if (type === 'any' || type === 'nothing' || type === 'map' || type === 'tasks') return true;
  const member = /^map<string,(.+)>$/.exec(type)?.[1];
  return member !== undefined && values.every((value) => acceptsMember(value, member));
}

function acceptsMember(value: Located, member: string): boolean {
  return member === 'map' ? value.kind === 'map' : value.kind === 'scalar';
}

function acceptsScalar(located: Located, type: ValueType): boolean {
  const value = toValue(located);
  const text = typeof value === 'string' ? value : undefined;
  const isText = text?.includes('${') === true;
  switch (type) {
    case 'boolean':
      return isText || asBoolean(value) !== undefined;
    case 'integer':
      return isText || asInt(value) !== undefined;
    case 'number':
      return (
        isText || isInteger(value) || value instanceof Float || (text !== undefined && Number.isFinite(Number(text)))
      );
    case 'duration':
      return isText || (text !== undefined && parseDuration(text) !== undefined);
    case 'json':
      return isJsonText(located);
    case 'list':
    case 'map':
    case 'tasks':
      return false;
    default:
      return !type.startsWith('list<') && !type.startsWith('map<');
  }
}

function isJsonText(value: Located): boolean {
  if (value.kind !== 'scalar' || typeof value.value !== 'string') return false;
  if (isTemplate(value)) return true;
  try {
    JSON.parse(value.value);
    return true;
  } catch {
    return false;
  }
}
