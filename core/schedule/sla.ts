import { toLocal } from '../time/local.ts';
import type { Zone } from '../time/zone.ts';
import { parseJavaInteger } from '../value/javaNumber.ts';
import { ConfigError, getOptionalText } from '../value/typed.ts';
import type { ConfigMap } from '../value/value.ts';
import { calendarInstant, calendarZone } from './calendar.ts';

/** What `sla:` holds beside its tasks: Digdag takes these away before it compiles the rest (WorkflowExecutor.addMonitorTask, addSlaMonitorTasks). */
export const slaOptions: ReadonlySet<string> = new Set(['time', 'duration', 'alert', 'fail']);

/**
 * When the tasks of `sla:` start (SlaCalculator): at a `time` of day, the next day if it is over, or a `duration` behind the start.
 * @param start when the session starts, milliseconds since 1970
 */
export function slaTime(sla: ConfigMap, start: number, zone: Zone): number | ConfigError {
  const time = getOptionalText(sla, 'time');
  if (time instanceof ConfigError) return time;
  const duration = getOptionalText(sla, 'duration');
  if (duration instanceof ConfigError) return duration;
  const value = time ?? duration;
  if (value === undefined || (time !== undefined && duration !== undefined)) {
    return new ConfigError("SLA must be specified using either the 'time' or 'duration' option");
  }
  const numbers = parseClock(value);
  if (numbers === undefined) {
    const shown = time === undefined ? 'Optional.absent()' : `Optional.of(${time})`;
    const option = time === undefined ? 'duration' : 'time';
    return new ConfigError(`SLA ${option} option needs to be HH:MM or HH:MM:SS format: ${shown}`);
  }
  const { hours, minutes, seconds } = numbers;
  const length = ((hours * 60 + minutes) * 60 + (seconds ?? 0)) * 1000;
  return time === undefined ? start + length : timeOfDay(length, start, zone);
}

const day = 86_400_000;

function timeOfDay(sinceMidnight: number, start: number, zone: Zone): number {
  const calendar = calendarZone(zone);
  const local = toLocal(calendar, start);
  const milliseconds = ((local % 1000) + 1000) % 1000;
  const instant = calendarInstant(calendar, Math.floor(local / day) * day + sinceMidnight + milliseconds);
  return instant < start ? instant + day : instant;
}

/** `HH:MM` or `HH:MM:SS`, any integers. */
function parseClock(text: string): { hours: number; minutes: number; seconds: number | undefined } | undefined {
  const numbers: number[] = [];
  for (const fragment of text.replace(/:+$/, '').split(':')) {
    const number = parseJavaInteger(fragment, 32);
    if (number === undefined) return undefined;
    numbers.push(Number(number));
  }
  const [hours, minutes, seconds] = numbers;
  const complete = numbers.length === 2 || numbers.length === 3;
  return complete && hours !== undefined && minutes !== undefined ? { hours, minutes, seconds } : undefined;
}
