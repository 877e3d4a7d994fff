import { builtInCatalog } from '../catalog/catalog.ts';
import { nearest } from '../catalog/nearest.ts';
import { toMap } from '../project/located.ts';
import { nextTimes } from '../schedule/schedule.ts';
import { readSkipDelayedBy, readSkipOnOvertime } from '../schedule/skip.ts';
import { text } from '../text/text.ts';
import { ConfigError } from '../value/typed.ts';
import type { Fix, Place } from './finding.ts';
import type { Rule, RuleFinding } from './rule.ts';
import { withoutJavaTypes } from './support/javaWords.ts';
import { isPlain, literalText, quoted } from './support/literal.ts';
import { scheduleOf, type WrittenSchedule } from './support/schedule.ts';

export const schedule: Rule = {
  id: 'schedule',
  severity: 'error',
  summary: text('A schedule that Digdag refuses'),
  docs: text(
    'One key names the scheduler: cron>, daily>, hourly>, weekly>, monthly> or minutes_interval>. daily> takes HH:MM:SS, hourly> MM:SS, ' +
      'weekly> Mon,HH:MM:SS, monthly> 1,HH:MM:SS, and cron> five fields. check and push refuse what cannot be read; ' +
      'a wrong skip option is met only when a session is due, and then holds the schedule up.',
  ),
  *check(context) {
    const written = scheduleOf(context);
    if (!written) return;
    const { entry, read, scheduler } = written;
    const place = (scheduler?.value ?? entry.value).place;
    if (read instanceof ConfigError) yield refused(written, read);
    else {
      const times = nextTimes(read, aDay, 1);
      if (times instanceof ConfigError)
        yield { ...place, message: text('No date matches this schedule, and Digdag would search for ever.') };
    }
    yield* skipOptions(written);
  },
};

/** Any day does to see whether a schedule ever fires. */
const aDay = Date.UTC(2026, 0, 1);

function refused(written: WrittenSchedule, error: ConfigError): RuleFinding {
  const { entry, map, scheduler } = written;
  const unknown = scheduler && !builtInCatalog.scheduler(scheduler.key.slice(0, -1)) ? scheduler : undefined;
  if (unknown) {
    const name = nearest(
      unknown.key.slice(0, -1),
      builtInCatalog.schedulers().map((one) => one.name),
    );
    const fixes: Fix[] = name === undefined ? [] : [change(unknown.keyPlace, `${name}>`)];
    return {
      ...unknown.keyPlace,
      message: text('Digdag refuses this schedule: {0}', withoutJavaTypes(error.message)),
      ...(fixes.length > 0 ? { fixes } : {}),
    };
  }
  const faulty = ['start', 'end', 'delay'].find(
    (key) => error.message.startsWith(`Invalid ${key}:`) || error.message.includes(`key '${key}'`),
  );
  const value = (faulty === undefined ? undefined : map?.get(faulty)) ?? scheduler?.value ?? entry.value;
  const time = timeFix(written);
  return {
    ...value.place,
    message: text('Digdag refuses this schedule: {0}', withoutJavaTypes(error.message)),
    ...(faulty === undefined && time ? { fixes: [time] } : {}),
  };
}

/** `07:00` of daily> is meant as `07:00:00`, and so on; a scheduler without its `>` gets one. */
function timeFix({ map, scheduler }: WrittenSchedule): Fix | undefined {
  if (!scheduler) {
    const bare = [...(map?.entries.values() ?? [])].find(({ key }) => builtInCatalog.scheduler(key));
    return bare && change(bare.keyPlace, `${bare.key}>`);
  }
  const written = literalText(scheduler.value);
  const short = /^((?:[^,]+,\s*)?)(\d{1,2}:\d\d)$/.exec(written ?? '');
  return short && scheduler.key !== 'hourly>' && scheduler.key !== 'cron>'
    ? change(scheduler.value.place, isPlain(scheduler.value) ? `${written}:00` : quoted(`${written}:00`))
    : undefined;
}

function* skipOptions({ map }: WrittenSchedule): Generator<RuleFinding> {
  if (!map) return;
  const config = toMap(map);
  for (const [key, read] of [
    ['skip_on_overtime', readSkipOnOvertime(config)],
    ['skip_delayed_by', readSkipDelayedBy(config)],
  ] as const) {
    const entry = map.entries.get(key);
    if (!entry || !(read instanceof ConfigError)) continue;
    const message =
      key === 'skip_on_overtime'
        ? text(
            '{0} must be true or false; Digdag sees it only when a session is due, and then holds the schedule up.',
            key,
          )
        : text(
            '{0} must be a duration such as 3m or 1h 30m; Digdag sees it only when a session is due, and then holds the schedule up.',
            key,
          );
    yield { ...entry.value.place, message };
  }
}

function change({ path, start, end }: Place, newText: string): Fix {
  return { title: text('Change to {0}', newText), edits: [{ path, start, end, newText }], safe: false };
}
