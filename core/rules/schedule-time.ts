import { calendarZone } from '../schedule/calendar.ts';
import { type Text, text } from '../text/text.ts';
import { asInt, ConfigError } from '../value/typed.ts';
import type { Rule } from './rule.ts';
import { literalText } from './support/literal.ts';
import { scheduleOf, type WrittenSchedule } from './support/schedule.ts';

export const scheduleTime: Rule = {
  id: 'schedule-time',
  severity: 'warning',
  summary: text('A schedule that fires at other times than it says'),
  docs: text(
    'Digdag checks no ranges: daily>: 25:99:00 starts the session of a day on the next one. minutes_interval> counts anew each hour, so that 45 fires at ' +
      ':00 and :45. And in a time zone such as UTC+9 schedules count in UTC: write +09:00 or the name of a place.',
  ),
  *check(context) {
    const written = scheduleOf(context);
    if (!written || written.read instanceof ConfigError || !written.scheduler) return;
    const message = oddTime(written) ?? oddInterval(written);
    if (message) yield { ...written.scheduler.value.place, message };
    const timezone = context.config?.entries.get('timezone');
    if (timezone && calendarZone(written.zone) !== written.zone && written.zone.offsetAt(0) !== 0) {
      yield {
        ...timezone.value.place,
        message: text(
          'Schedules count in UTC in this time zone: write {0} instead.',
          written.zone.id.replace(/^UTC?/, ''),
        ),
      };
    }
  },
};

function oddTime({ scheduler }: WrittenSchedule): Text | undefined {
  const clock = /^(?:.*,)?\s*([+-]?\d+):(\d+)(?::(\d+))?$/.exec(literalText(scheduler?.value) ?? '');
  if (!clock) return undefined;
  const [, first = '0', second = '0', third] = clock;
  const isOdd =
    third === undefined
      ? Number(first) > 59 || Number(second) > 59
      : Number(first) > 23 || Number(second) > 59 || Number(third) > 59;
  return isOdd || first.startsWith('-')
    ? text('Digdag adds this to the session time as hours, minutes and seconds, beyond the hour or day.')
    : undefined;
}

function oddInterval({ scheduler }: WrittenSchedule): Text | undefined {
  if (scheduler?.key !== 'minutes_interval>' || scheduler.value.kind !== 'scalar') return undefined;
  const minutes = asInt(scheduler.value.value);
  if (minutes === undefined || minutes < 1 || 60 % minutes === 0) return undefined;
  if (minutes > 60) return text('The minutes count anew each hour, so this fires once an hour, at :00.');
  return 60 % minutes === 1
    ? text('The minutes count anew each hour, so the last interval of an hour is one minute long.')
    : text('The minutes count anew each hour, so the last interval of an hour is {0} minutes long.', 60 % minutes);
}
