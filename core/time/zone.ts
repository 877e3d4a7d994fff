import { regionIds } from './regionIds.ts';
import { regionOffsets } from './regionOffsets.ts';

/** A time zone as Java's ZoneId. Instants are milliseconds since 1970 (UTC). */
export interface Zone {
  /** As Java prints it: `+9` has become `+09:00`, `UTC+9` has become `UTC+09:00`. */
  readonly id: string;
  /** Whether it is a place of the time zone database, and not a fixed offset. */
  readonly region: boolean;
  /** Seconds east of UTC at an instant. */
  offsetAt(instant: number): number;
}

/** What Java throws: the class without its package, and its message. */
interface RefusedZone {
  readonly ok: false;
  readonly java: 'DateTimeException' | 'ZoneRulesException';
  readonly message: string;
}

export type ParsedZone = { readonly ok: true; readonly zone: Zone } | RefusedZone;

export const utc: Zone = { id: 'UTC', region: false, offsetAt: () => 0 };

/** Reads a zone id as java.time.ZoneId.of does: regions in their exact spelling, offsets (`Z`, `+9`, `+09:00`), and `UTC+9`, `GMT+9`, `UT+9`. */
export function parseZone(id: string): ParsedZone {
  const parsed = parse(id);
  if (!parsed.ok || !parsed.zone.region) return parsed;
  const offsetAt = regionOffsets(id);
  return offsetAt ? { ok: true, zone: { ...parsed.zone, offsetAt } } : unknownRegion(id);
}

/** `parseZone` for the id alone: to ask this machine for the offsets of a region costs as much as a small file's check. */
export function parseZoneId(id: string): { readonly ok: true; readonly id: string } | RefusedZone {
  const parsed = parse(id);
  return parsed.ok ? { ok: true, id: parsed.zone.id } : parsed;
}

/** The zone; of a region without its offsets. */
function parse(id: string): ParsedZone {
  if (id.length <= 1 || id.startsWith('+') || id.startsWith('-')) return parseOffset(id);
  const prefix = /^(?:UTC|GMT|UT)/.exec(id)?.[0];
  if (prefix === undefined) return parseRegion(id);
  const rest = id.slice(prefix.length);
  if (rest === '') return fixed(prefix, 0);
  if (!/^[+-]/.test(rest)) return parseRegion(id);
  const offset = parseOffset(rest);
  if (!offset.ok) return refused('DateTimeException', `Invalid ID for offset-based ZoneId: ${id}`);
  const seconds = offset.zone.offsetAt(0);
  return seconds === 0 ? fixed(prefix, 0) : fixed(prefix + offset.zone.id, seconds);
}

/** ZoneRegion.ofId. */
function parseRegion(id: string): ParsedZone {
  if (!/^[A-Za-z][A-Za-z0-9~/._+-]+$/.test(id)) {
    return refused('DateTimeException', `Invalid ID for region-based ZoneId, invalid format: ${id}`);
  }
  return isRegion(id) ? { ok: true, zone: { ...utc, id, region: true } } : unknownRegion(id);
}

function unknownRegion(id: string): RefusedZone {
  return refused('ZoneRulesException', `Unknown time-zone ID: ${id}`);
}

function isRegion(id: string): boolean {
  const slash = id.lastIndexOf('/');
  const folder = id.slice(0, Math.max(slash, 0));
  return Object.hasOwn(regionIds, folder) && holdsWord(regionIds[folder] ?? '', id.slice(slash + 1));
}

/** Whether a word stands in a text between white space. */
function holdsWord(text: string, word: string): boolean {
  if (word === '') return false;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const around = (text[at - 1] ?? ' ') + (text[at + word.length] ?? ' ');
    if (around.trim() === '') return true;
  }
  return false;
}

const offsetForms: Readonly<Record<number, RegExp>> = {
  2: /^.(.)$/,
  3: /^.(..)$/,
  5: /^.(..)(..)$/,
  6: /^.(..):(..)$/,
  7: /^.(..)(..)(..)$/,
  9: /^.(..):(..):(..)$/,
};

/** ZoneOffset.of. */
function parseOffset(id: string): ParsedZone {
  if (id === 'Z') return fixed('Z', 0);
  const form = offsetForms[id.length];
  if (!form) return refused('DateTimeException', `Invalid ID for ZoneOffset, invalid format: ${id}`);
  const parts = form.exec(id);
  const shown = id.length === 2 ? `${id[0]}0${id[1]}` : id;
  if (!parts) return refused('DateTimeException', `Invalid ID for ZoneOffset, colon not found when expected: ${shown}`);
  const numbers = parts.slice(1);
  if (!numbers.every((digits) => /^[0-9]+$/.test(digits))) {
    return refused('DateTimeException', `Invalid ID for ZoneOffset, non numeric characters found: ${shown}`);
  }
  const sign = id.startsWith('-') ? -1 : 1;
  const [hours = 0, minutes = 0, seconds = 0] = numbers.map((digits) => sign * Number(digits));
  const outside = offsetOutside(hours, minutes, seconds);
  if (outside) return refused('DateTimeException', outside);
  const total = hours * 3600 + minutes * 60 + seconds;
  return total === 0 ? fixed('Z', 0) : fixed(offsetId(total), total);
}

function offsetOutside(hours: number, minutes: number, seconds: number): string | undefined {
  const outside = (name: string, value: number, most: number): string =>
    `Zone offset ${name} not in valid range: value ${value} is not in the range -${most} to ${most}`;
  if (Math.abs(hours) > 18) return outside('hours', hours, 18);
  if (Math.abs(minutes) > 59) return outside('minutes', minutes, 59);
  if (Math.abs(seconds) > 59) return outside('seconds', seconds, 59);
  if (Math.abs(hours) === 18 && (minutes !== 0 || seconds !== 0)) {
    return 'Zone offset not in valid range: -18:00 to +18:00';
  }
  return undefined;
}

/** `+09:00`, or `+09:30:15` where the offset has seconds. */
export function offsetId(seconds: number): string {
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const size = Math.abs(seconds);
  const rest = size % 60 === 0 ? '' : `:${two(size % 60)}`;
  return `${seconds < 0 ? '-' : '+'}${two(size / 3600)}:${two((size / 60) % 60)}${rest}`;
}

function fixed(id: string, seconds: number): ParsedZone {
  return { ok: true, zone: { id, region: false, offsetAt: () => seconds } };
}

function refused(java: 'DateTimeException' | 'ZoneRulesException', message: string): RefusedZone {
  return { ok: false, java, message };
}
