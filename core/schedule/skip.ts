import { parseDuration } from '../value/duration.ts';
import { type ConfigError, getBoolean, optionalOf, unexpected } from '../value/typed.ts';
import type { ConfigMap } from '../value/value.ts';

/** `skip_on_overtime` of a schedule. Digdag reads it only when a session is due (ScheduleExecutor), so a wrong one passes check and push. */
export function readSkipOnOvertime(schedule: ConfigMap): boolean | ConfigError {
  return getBoolean(schedule, 'skip_on_overtime', false);
}

/** `skip_delayed_by` in seconds; read as late as `skip_on_overtime`. */
export function readSkipDelayedBy(schedule: ConfigMap): number | undefined | ConfigError {
  const value = schedule.get('skip_delayed_by');
  if (value === undefined || value === null) {
    return undefined;
  }
  const seconds = typeof value === 'string' ? parseDuration(value) : undefined;
  return seconds ?? unexpected(optionalOf('io.digdag.util.DurationParam'), 'skip_delayed_by', value);
}
