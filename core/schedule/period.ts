import { fromLocal } from '../time/local.ts';
import type { Zone } from '../time/zone.ts';
import { ConfigError, getOptionalText } from '../value/typed.ts';
import type { ConfigMap } from '../value/value.ts';
import { parseDate } from './date.ts';

/** From when on a schedule runs (included) and until when (excluded), by the time of the run; milliseconds since 1970. */
export interface Period {
  readonly start: number | undefined;
  readonly end: number | undefined;
}

const dayLength = 86_400_000;

/** `start` and `end` of a schedule (ScheduleConfigHelper): dates of its zone, both days included. */
export function readPeriod(config: ConfigMap, zone: Zone): Period | ConfigError {
  const start = readDay(config, 'start', 0, zone);
  if (start instanceof ConfigError) {
    return start;
  }
  const end = readDay(config, 'end', 1, zone);
  if (end instanceof ConfigError) {
    return end;
  }
  if (start !== undefined && end !== undefined && start >= end) {
    return new ConfigError('The schedule of end is earlier than start');
  }
  return { start, end };
}

function readDay(config: ConfigMap, key: string, daysLater: number, zone: Zone): number | undefined | ConfigError {
  const text = getOptionalText(config, key);
  if (text === undefined || text instanceof ConfigError) {
    return text;
  }
  const day = parseDate(text);
  return typeof day === 'string'
    ? new ConfigError(`Invalid ${key}: ${text} (java.time.format.DateTimeParseException: ${day})`)
    : fromLocal(zone, (day + daysLater) * dayLength);
}
