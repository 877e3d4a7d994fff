import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { memoryFileSystem } from '../../test/support/memoryFileSystem.ts';
import { loadFile } from '../project/load.ts';
import { toMap } from '../project/located.ts';
import { parseInstant } from '../time/local.ts';
import { parseZone } from '../time/zone.ts';
import { ConfigError } from '../value/typed.ts';
import { readSchedule } from './schedule.ts';
import { upcoming } from './upcoming.ts';

interface Recording {
  readonly id: string;
  readonly text: string;
  readonly now: string;
  readonly timezone?: string;
  readonly next?: readonly { readonly time: string; readonly runTime: string }[];
}

/** Digdag writes years behind 9999, and fractions of seconds, as nobody reads them. */
const readable = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

it('the times that are shown are those that Digdag recorded', () => {
  const lines = readFileSync('test/conformance/data/schedule.jsonl', 'utf8').split('\n').filter(Boolean);
  const differences: string[] = [];
  let compared = 0;
  for (const { id, text, now, timezone = 'UTC', next } of lines.map((line) => JSON.parse(line) as Recording)) {
    const times = next?.filter(({ time, runTime }) => readable.test(time) && readable.test(runTime));
    const config =
      times?.length === 3 ? loadFile(memoryFileSystem({ '/p/w.dig': text }), '/p/w.dig')?.config : undefined;
    const zone = parseZone(timezone);
    const schedule = config && zone.ok ? readSchedule(toMap(config), zone.zone) : undefined;
    if (!times || !zone.ok || !schedule || schedule instanceof ConfigError || !/:\d\dZ$/.test(now)) continue;
    const shown = upcoming(schedule, zone.zone, Date.parse(now));
    const got = Array.isArray(shown)
      ? shown.slice(0, 3).map(({ time, runTime }) => [time, runTime].map(parseInstant))
      : [];
    const expected = times.map(({ time, runTime }) => [time, runTime].map((instant) => Date.parse(instant)));
    // the end of a schedule, which Digdag tells as a day in the year 9999, is no session
    const whole = expected.filter(([time = 0]) => time < Date.UTC(9999, 0));
    compared++;
    if (JSON.stringify(got) !== JSON.stringify(whole)) differences.push(id);
  }
  expect(differences).toEqual([]);
  expect(compared).toBeGreaterThan(200);
});

it('a schedule that never fires says so, at once', () => {
  const schedule = readSchedule(new Map([['schedule', new Map([['cron>', '0 0 30 2 *']])]]), {
    id: 'UTC',
    region: false,
    offsetAt: () => 0,
  });
  if (!schedule || schedule instanceof ConfigError) throw new Error('no schedule');
  expect(upcoming(schedule, { id: 'UTC', region: false, offsetAt: () => 0 }, 0)).toMatchObject({
    args: [expect.stringContaining('never fires')],
  });
});
