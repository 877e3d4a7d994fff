import type { Zone } from '../time/zone.ts';
import { parseJavaInteger } from '../value/javaNumber.ts';
import { trimJava } from '../value/javaText.ts';
import { ConfigError, getInt, getLong, getOptionalText, getText } from '../value/typed.ts';
import type { ConfigMap } from '../value/value.ts';
import { parseCronPattern } from './cronPattern.ts';
import { cronScheduler } from './cronScheduler.ts';
import { readPeriod } from './period.ts';
import type { Scheduler } from './scheduler.ts';
import { SecondsScheduler } from './secondsScheduler.ts';

/** Makes a scheduler of the map below `schedule:`, its time in `_command`. */
export type SchedulerFactory = (config: ConfigMap, zone: Zone) => Scheduler | ConfigError;

/** By the name before `>`. Each reads its keys in Digdag's order, which decides what it complains about first. */
export const factories: Readonly<Record<string, SchedulerFactory>> = {
  cron(config, zone) {
    const period = readPeriod(config, zone);
    if (period instanceof ConfigError) return period;
    const pattern = getText(config, '_command');
    if (pattern instanceof ConfigError) return pattern;
    const delay = getLong(config, 'delay', 0n);
    return delay instanceof ConfigError ? delay : cronScheduler(pattern, zone, delay, period);
  },

  minutes_interval(config, zone) {
    const interval = getInt(config, '_command');
    if (interval instanceof ConfigError) return interval;
    const delay = getLong(config, 'delay', 0n);
    if (delay instanceof ConfigError) return delay;
    const period = readPeriod(config, zone);
    return period instanceof ConfigError ? period : cronScheduler(`*/${interval} * * * *`, zone, delay, period);
  },

  seconds_interval(config) {
    const interval = getInt(config, '_command');
    if (interval instanceof ConfigError) return interval;
    const delay = getLong(config, 'delay', 0n);
    return delay instanceof ConfigError ? delay : new SecondsScheduler(interval, delay);
  },

  hourly(config, zone) {
    const at = commandOrAt(config);
    if (at instanceof ConfigError) return at;
    const period = readPeriod(config, zone);
    if (period instanceof ConfigError) return period;
    const delay = secondsOf(at, 2, `hourly>: scheduler requires mm:ss format: ${at}`);
    return delay instanceof ConfigError ? delay : cronScheduler('0 * * * *', zone, delay, period);
  },

  daily(config, zone) {
    const at = commandOrAt(config);
    if (at instanceof ConfigError) return at;
    const period = readPeriod(config, zone);
    if (period instanceof ConfigError) return period;
    const delay = timeOfDay('daily', at);
    return delay instanceof ConfigError ? delay : cronScheduler('0 0 * * *', zone, delay, period);
  },

  weekly(config, zone) {
    const at = commandOrAt(config);
    if (at instanceof ConfigError) return at;
    const refused = new ConfigError(`weekly>: scheduler requires day,hh:mm:ss format: ${at}`);
    const comma = at.indexOf(',');
    if (comma < 0) return refused;
    const day = trimJava(at.slice(0, comma));
    if ((parseJavaInteger(day, 32) ?? 0n) < 0n) return new ConfigError(`weekly>: invalid day: ${day}`);
    const delay = timeOfDay('weekly', trimJava(at.slice(comma + 1)));
    if (delay instanceof ConfigError) return delay;
    const pattern = `0 0 * * ${day}`;
    if (parseCronPattern(pattern) instanceof ConfigError) return refused;
    const period = readPeriod(config, zone);
    return period instanceof ConfigError ? period : cronScheduler(pattern, zone, delay, period);
  },

  monthly(config, zone) {
    const at = commandOrAt(config);
    if (at instanceof ConfigError) return at;
    const comma = at.indexOf(',');
    const day = comma < 0 ? undefined : parseJavaInteger(at.slice(0, comma), 32);
    if (day === undefined) return new ConfigError(`monthly>: scheduler requires day,hh:mm:ss format: ${at}`);
    const delay = timeOfDay('monthly', at.slice(comma + 1));
    if (delay instanceof ConfigError) return delay;
    const period = readPeriod(config, zone);
    return period instanceof ConfigError ? period : cronScheduler(`0 0 ${day} * *`, zone, delay, period);
  },
};

/** `at` holds the time where `_type` names the scheduler. */
function commandOrAt(config: ConfigMap): string | ConfigError {
  return getOptionalText(config, '_command') ?? getText(config, 'at');
}

function timeOfDay(scheduler: string, text: string): bigint | ConfigError {
  return secondsOf(text, 3, `${scheduler}> scheduler requires hh:mm:ss format: ${text}`);
}

/** The seconds of `mm:ss` or `hh:mm:ss`: any integers, counted in 32 bits. */
function secondsOf(text: string, parts: 2 | 3, refusal: string): bigint | ConfigError {
  const fragments = text.replace(/:+$/, '').split(':');
  const numbers = fragments.map((fragment) => parseJavaInteger(fragment, 32));
  if (numbers.length !== parts) return new ConfigError(refusal);
  let seconds = 0n;
  for (const number of numbers) {
    if (number === undefined) return new ConfigError(refusal);
    seconds = seconds * 60n + number;
  }
  return BigInt.asIntN(32, seconds);
}
