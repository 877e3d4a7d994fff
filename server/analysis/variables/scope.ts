import type { CheckedFile } from '../../../core/check.ts';
import type { ScopeOptions, Variable } from '../../../core/expressions/scopes/variable.ts';
import { variablesAt } from '../../../core/expressions/scopes/variablesAt.ts';
import { toMap } from '../../../core/project/located.ts';
import { lastTime, readSchedule, type Schedule } from '../../../core/schedule/schedule.ts';
import { isFinished } from '../../../core/schedule/scheduler.ts';
import { fromLocal, parseInstant, toLocal } from '../../../core/time/local.ts';
import { parseZone, utc, type Zone } from '../../../core/time/zone.ts';
import { ConfigError } from '../../../core/value/typed.ts';
import type { ConfigMap } from '../../../core/value/value.ts';
import type { TaskNode } from '../../../core/workflow/taskNode.ts';
import type { SessionParams } from '../../protocol.ts';

/** The session that `${…}` is shown for. */
export interface ShownSession {
  readonly zone: Zone;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly options: ScopeOptions;
}

const day = 86_400_000;
/** A run makes its own; this one stands for it. */
const someUuid = '00000000-0000-0000-0000-000000000000';

/** The chosen session, or the one that `digdag run` would begin with: the last of the schedule, else the begin of today. */
export function shownSession(
  checked: Pick<CheckedFile, 'compiled' | 'file'>,
  chosen: SessionParams,
  now: number,
): ShownSession {
  const config: ConfigMap = checked.file.config ? toMap(checked.file.config) : new Map();
  const zone = zoneOf(checked, config);
  const read = readSchedule(config, zone);
  const schedule = read instanceof ConfigError ? undefined : read;
  const time = (chosen.sessionTime && parseInstant(chosen.sessionTime)) || defaultTime(schedule, zone, now);
  const around = schedule && neighbours(schedule, time);
  const params: ConfigMap = new Map(Object.entries(chosen.params ?? {}));
  return {
    zone,
    time,
    options: {
      session: { sessionTime: time, zone, sessionUuid: someUuid },
      params,
      scheduled: schedule !== undefined,
      ...(around && { sessions: around }),
    },
  };
}

/** The variables at a place of a task. @param before the key of the task in whose value they are used */
export function variablesOf(task: TaskNode, session: ShownSession, before?: string): Map<string, Variable> {
  return variablesAt(task, session.options, before);
}

function zoneOf({ compiled }: Pick<CheckedFile, 'compiled'>, config: ConfigMap): Zone {
  const written = compiled?.workflow?.timezone ?? config.get('timezone');
  const parsed = typeof written === 'string' ? parseZone(written) : undefined;
  return parsed?.ok ? parsed.zone : utc;
}

function defaultTime(schedule: Schedule | undefined, zone: Zone, now: number): number {
  const last = schedule && lastTime(schedule, now);
  if (last && !(last instanceof ConfigError) && !isFinished(last)) return last.time;
  return fromLocal(zone, Math.floor(toLocal(zone, now) / day) * day);
}

function neighbours(schedule: Schedule, time: number): ScopeOptions['sessions'] {
  const next = schedule.scheduler.next(time);
  const last = schedule.scheduler.last(time);
  if (next instanceof ConfigError || last instanceof ConfigError) return undefined;
  return { lastSessionTime: last.time, nextSessionTime: next.time };
}
