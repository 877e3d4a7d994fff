import { text } from '../text/text.ts';
import type { Rule } from './rule.ts';
import { scheduleOf } from './support/schedule.ts';

/** Schedulers whose times do not depend on the zone. */
const zoneless = new Set(['minutes_interval>', 'seconds_interval>', 'hourly>']);

export const scheduleTimezone: Rule = {
  id: 'schedule-timezone',
  severity: 'hint',
  summary: text('A schedule without a time zone'),
  docs: text(
    'Without timezone a schedule counts in UTC, and session_date is the date in UTC. Say which one is meant, such as timezone: Asia/Tokyo.',
  ),
  *check(context) {
    const written = scheduleOf(context);
    if (!written || context.config?.has('timezone') || zoneless.has(written.scheduler?.key ?? '')) return;
    const { keyPlace } = written.entry;
    const edit = { path: keyPlace.path, start: keyPlace.start, end: keyPlace.start, newText: 'timezone: UTC\n' };
    yield {
      ...keyPlace,
      message: text('This schedule counts in UTC: there is no timezone.'),
      fixes: [{ title: text('Write timezone: UTC'), edits: [edit], safe: true }],
    };
  },
};
