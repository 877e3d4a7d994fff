import type { Catalog } from '../../../core/catalog/catalog.ts';
import { nextTimes, readSchedule } from '../../../core/schedule/schedule.ts';
import { isFinished, type ScheduleTime } from '../../../core/schedule/scheduler.ts';
import { cronWords } from '../../../core/schedule/words.ts';
import { type Text, text } from '../../../core/text/text.ts';
import { formatInstant, formatOffset } from '../../../core/time/local.ts';
import { parseZone, type Zone } from '../../../core/time/zone.ts';
import { parseDuration } from '../../../core/value/duration.ts';
import { toJson } from '../../../core/value/json.ts';
import { ConfigError } from '../../../core/value/typed.ts';
import type { Value } from '../../../core/value/value.ts';
import type { Surroundings } from '../position/surroundings.ts';
import { meaningOf } from '../position/surroundings.ts';
import { catalogText, paragraphs, type Say } from './catalogText.ts';

/** A plain value of a workflow, with what is around it. */
export interface ShownValue {
  readonly key: string;
  readonly around: Surroundings;
  readonly catalog: Catalog;
  /** As it is written, without quotes. */
  readonly source: string;
  /** As Digdag reads it. */
  readonly value: Value;
  readonly quoted: boolean;
  /** The zone of the workflow. */
  readonly zone: Zone;
  readonly now: number;
}

/** What a value is in words, and what the option takes, as Markdown; undefined where there is nothing to say. */
export function valueText(shown: ShownValue, say: Say): string | undefined {
  const parts = [...words(shown).map(say), resolved(shown, say), about(shown, say)].filter(
    (part) => part !== undefined,
  );
  return parts.length > 0 ? paragraphs(...parts) : undefined;
}

function words(shown: ShownValue): Text[] {
  const { key, around, value, catalog } = shown;
  if (around.kind === 'schedule' && key.endsWith('>')) return scheduleWords(shown);
  if (key === 'timezone' && typeof value === 'string') return zoneWords(value, shown.now);
  const types = typesOf(catalog, around, key);
  if (types.includes('duration') && typeof value === 'string') {
    const seconds = parseDuration(value);
    if (seconds === undefined) return [];
    const span = spanWords(seconds);
    return [seconds < 60 ? span : text('{0}: {1}', span, secondsWords(seconds))];
  }
  return [];
}

/** A scheduler's time in words, and when it runs next. */
function scheduleWords({ key, value, zone, now }: ShownValue): Text[] {
  const schedule = readSchedule(new Map([['schedule', new Map([[key, value]])]]), zone);
  if (!schedule || schedule instanceof ConfigError) return [];
  const said = key === 'cron>' && typeof value === 'string' ? cronWords(value) : undefined;
  const next = nextTimes(schedule, now, 3);
  const runs = next instanceof ConfigError ? [] : next.filter((session) => !isFinished(session));
  return [...(said ? [said] : []), ...(runs.length > 0 ? [text('Runs next: {0}', runsText(runs, zone))] : [])];
}

function runsText(runs: readonly ScheduleTime[], zone: Zone): string {
  return runs.map(({ runTime }) => formatInstant(zone, runTime)).join(', ');
}

const year = 366 * 86_400_000;

function zoneWords(id: string, now: number): Text[] {
  const parsed = parseZone(id);
  if (!parsed.ok) return [];
  const { zone } = parsed;
  const offset = zone.offsetAt(now);
  const shown = text('Now UTC{0}: {1}', formatOffset(offset, ':'), formatInstant(zone, now));
  const change = changeAfter(zone, now);
  return change === undefined
    ? [shown]
    : [shown, text('From {0} on UTC{1}', formatInstant(zone, change), formatOffset(zone.offsetAt(change), ':'))];
}

/** The instant, to the minute, at which the offset changes within a year. */
function changeAfter(zone: Zone, now: number): number | undefined {
  const offset = zone.offsetAt(now);
  const day = 86_400_000;
  for (let from = now; from < now + year; from += 7 * day) {
    if (zone.offsetAt(from + 7 * day) === offset) continue;
    let [low, high] = [from, from + 7 * day];
    while (high - low > 60_000) {
      const middle = Math.floor((low + high) / 2);
      if (zone.offsetAt(middle) === offset) low = middle;
      else high = middle;
    }
    return Math.floor(high / 60_000) * 60_000;
  }
  return undefined;
}

function secondsWords(count: number): Text {
  return count === 1 ? text('1 second') : text('{0} seconds', count);
}

function spanWords(seconds: number): Text {
  const parts = [
    [Math.floor(seconds / 86_400), (n: number) => (n === 1 ? text('1 day') : text('{0} days', n))],
    [Math.floor(seconds / 3600) % 24, (n: number) => (n === 1 ? text('1 hour') : text('{0} hours', n))],
    [Math.floor(seconds / 60) % 60, (n: number) => (n === 1 ? text('1 minute') : text('{0} minutes', n))],
    [seconds % 60, secondsWords],
  ] as const;
  const told = parts.filter(([count]) => count > 0).map(([count, name]) => name(count));
  return told.length === 0 ? secondsWords(0) : told.reduce((all, part) => text('{0} {1}', all, part));
}

/** A plain value that Digdag reads otherwise than it looks: 010 is 8, yes is a text. */
function resolved({ source, value, quoted }: ShownValue, say: Say): string | undefined {
  if (quoted || source === '' || source.includes('${')) return undefined;
  const json = toJson(value);
  const looks = /^(?:yes|no|on|off|true|false|null|~|[+-]?[.\d][\d.,_:xobA-Fa-f+-]*(?:[eE][+-]?\d+)?)$/i.test(source);
  if (!looks || json === source) return undefined;
  return say(text('Digdag reads {0}: {1}', `\`${json}\``, kindOf(value)));
}

function kindOf(value: Value): Text {
  if (value === null) return text('nothing');
  if (typeof value === 'string') return text('a text');
  if (typeof value === 'boolean') return text('a boolean');
  return text('a number');
}

function about({ catalog, around, key }: ShownValue, say: Say): string | undefined {
  const meaning = meaningOf(catalog, around, key);
  return meaning?.kind === 'parameter' ? catalogText(meaning, say) : undefined;
}

function typesOf(catalog: Catalog, around: Surroundings, key: string): readonly string[] {
  const meaning = meaningOf(catalog, around, key);
  if (meaning?.kind === 'parameter') return meaning.parameter.type;
  if (meaning?.kind === 'operator') return meaning.operator.command.type;
  return meaning?.kind === 'option' ? meaning.option.type : [];
}
