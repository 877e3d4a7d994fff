import { describe, expect, it } from 'vitest';
import { parseZone, utc, type Zone } from '../time/zone.ts';
import { ConfigError } from '../value/typed.ts';
import type { ConfigMap, Value } from '../value/value.ts';
import { lastTime, nextTimes, readSchedule } from './schedule.ts';

const now = Date.parse('2024-02-28T12:34:56Z');

describe('readSchedule', () => {
  it('knows no schedule where there is none', () => {
    expect(readSchedule(new Map(), utc)).toBeUndefined();
    expect(readSchedule(new Map([['schedule', null]]), utc)).toBeUndefined();
  });

  it.each([
    [{ 'yearly>': 1 }, 'Unknown scheduler type: yearly'],
    [{ 'toString>': 1 }, 'Unknown scheduler type: toString'],
    [{ daily: '07:00:00' }, 'Schedule config requires \'type>: at\' parameter: {"daily":"07:00:00"}'],
    [{ 'daily>': '07:00' }, 'daily> scheduler requires hh:mm:ss format: 07:00'],
    [{ 'daily>': '07:00:00', start: '2024-03-02', end: '2024-03-01' }, 'The schedule of end is earlier than start'],
    [{ _type: 'daily' }, "Parameter 'at' is required but not set"],
  ])("refuses %j in Digdag's words", (schedule, message) => {
    expect(readSchedule(workflow(schedule), utc)).toEqual(new ConfigError(message));
  });

  it('tells keys that Digdag does not expect, and refuses them where push would', () => {
    const config = workflow({ 'daily>': '07:00:00', foo: 1, skip_delay_by: '3m', bar: 2 });
    const schedule = readSchedule(config, utc);
    expect(schedule).toMatchObject({
      type: 'daily',
      unused: [{ key: 'bar' }, { key: 'skip_delay_by', suggestions: ['skip_delayed_by'] }, { key: 'foo' }],
    });
    expect(readSchedule(config, utc, true)).toBeInstanceOf(ConfigError);
  });
});

describe('nextTimes', () => {
  it('gives session and run time, up to the end of the schedule', () => {
    expect(times({ 'daily>': '07:00:00', end: '2024-03-01' }, utc)).toEqual([
      ['2024-02-29T00:00:00Z', '2024-02-29T07:00:00Z'],
      ['2024-03-01T00:00:00Z', '2024-03-01T07:00:00Z'],
    ]);
  });

  it('counts hours beyond the day and in 32 bits', () => {
    expect(times({ 'daily>': '48:00:00' }, utc)[0]).toEqual(['2024-02-27T00:00:00Z', '2024-02-29T00:00:00Z']);
    expect(times({ 'daily>': '600000:00:00' }, utc)[0]?.[1]).toBe('2024-02-28T17:31:44Z');
  });

  it("counts in the zone, but in UTC where Java's calendar does not know the zone", () => {
    expect(times({ 'daily>': '00:00:00' }, zone('+09:00'))[0]?.[0]).toBe('2024-02-28T15:00:00Z');
    expect(times({ 'daily>': '00:00:00' }, zone('UTC+9'))[0]?.[0]).toBe('2024-02-29T00:00:00Z');
  });

  it('ends with a message where no date ever matches', () => {
    const schedule = readSchedule(workflow({ 'cron>': '0 0 30 2 *' }), utc);
    expect(schedule && !(schedule instanceof ConfigError) && nextTimes(schedule, now, 1)).toBeInstanceOf(ConfigError);
  });
});

describe('lastTime', () => {
  it('takes the time before by the distance of the sessions behind, as Digdag does: Saturday before Monday', () => {
    const schedule = readSchedule(workflow({ 'cron>': '0 0 * * mon-fri' }), utc);
    const last =
      schedule && !(schedule instanceof ConfigError)
        ? lastTime(schedule, Date.parse('2024-03-02T00:00:00Z'))
        : undefined;
    expect(last).toMatchObject({ time: Date.parse('2024-03-02T00:00:00Z') });
  });
});

function workflow(schedule: Readonly<Record<string, Value>>): ConfigMap {
  return new Map([['schedule', new Map(Object.entries(schedule))]]);
}

function times(schedule: Readonly<Record<string, Value>>, zone: Zone): string[][] {
  const read = readSchedule(workflow(schedule), zone);
  const found = read === undefined || read instanceof ConfigError ? [] : nextTimes(read, now, 3);
  return found instanceof ConfigError
    ? []
    : found.map(({ time, runTime }) => [time, runTime].map((ms) => new Date(ms).toISOString().replace('.000', '')));
}

function zone(id: string): Zone {
  const parsed = parseZone(id);
  if (!parsed.ok) throw new Error(id);
  return parsed.zone;
}
