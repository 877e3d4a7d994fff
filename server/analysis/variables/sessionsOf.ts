import type { CheckedFile } from '../../../core/check.ts';
import { nextTimes } from '../../../core/schedule/schedule.ts';
import { sessionTime } from '../../../core/schedule/sessionTime.ts';
import { formatInstant } from '../../../core/time/local.ts';
import { ConfigError } from '../../../core/value/typed.ts';
import type { SessionsResult } from '../../protocol.ts';
import type { Services } from '../../services.ts';
import { shownSession } from './scope.ts';

/** How many sessions of a schedule are told. */
const mostUpcoming = 5;

/** The sessions that can be chosen for a file. */
export function sessionsOf(services: Services, checked: CheckedFile): SessionsResult {
  const shown = shownSession(services, checked);
  const { zone, schedule, problems } = shown;
  const now = services.host.now();
  const timeOf = (session: string): string | null => {
    const time = sessionTime({ session, zone, schedule, now, lastSaved: () => undefined });
    return typeof time === 'number' ? formatInstant(zone, time) : null;
  };
  const next = schedule ? nextTimes(schedule, now, mostUpcoming) : [];
  return {
    zone: zone.id,
    shown: formatInstant(zone, shown.time),
    problem: problems.length > 0 ? problems.map((problem) => services.say(problem)).join('\n') : null,
    now: timeOf('now') ?? '',
    today: timeOf('daily') ?? '',
    last: timeOf('schedule'),
    upcoming: (next instanceof ConfigError ? [] : next).map(({ time, runTime }) => ({
      time: formatInstant(zone, time),
      runTime: formatInstant(zone, runTime),
    })),
  };
}
