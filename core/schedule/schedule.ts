import { suggest } from '../text/suggest.ts';
import type { Zone } from '../time/zone.ts';
import { bucketsOfAdded, bucketsOfCopied, inHashOrder } from '../value/hashOrder.ts';
import { toJson } from '../value/json.ts';
import { ConfigError, getText, optionalOf, unexpected } from '../value/typed.ts';
import type { ConfigMap } from '../value/value.ts';
import { factories } from './factories.ts';
import { isFinished, type Scheduler, type ScheduleTime } from './scheduler.ts';

export interface Schedule {
  /** `daily`, `cron`, … */
  readonly type: string;
  readonly scheduler: Scheduler;
  /** Keys that Digdag does not expect: `run` logs them, `push` refuses the project because of them. */
  readonly unused: readonly UnusedKey[];
}

interface UnusedKey {
  readonly key: string;
  readonly suggestions: readonly string[];
}

/**
 * The schedule of a workflow (SchedulerManager).
 * @param workflow the map of the whole file; a `schedule` in groups or in `_export` means nothing
 * @param strict as `digdag push` asks: unused keys are an error
 * @returns undefined where the workflow has none
 */
export function readSchedule(workflow: ConfigMap, zone: Zone, strict = false): Schedule | undefined | ConfigError {
  const value = workflow.get('schedule');
  if (value === undefined || value === null) {
    return undefined;
  }
  if (!(value instanceof Map)) {
    return unexpected(optionalOf('io.digdag.client.config.Config'), 'schedule', value);
  }
  const chosen = chooseType(value);
  if (chosen instanceof ConfigError) {
    return chosen;
  }
  const factory = Object.hasOwn(factories, chosen.type) ? factories[chosen.type] : undefined;
  if (factory === undefined) {
    return new ConfigError(`Unknown scheduler type: ${chosen.type}`);
  }
  const unused = unusedKeys(value, chosen.used);
  if (strict && unused.length > 0) {
    return new ConfigError(unused.map(unusedMessage).join(''));
  }
  const scheduler = factory(chosen.config, zone);
  return scheduler instanceof ConfigError ? scheduler : { type: chosen.type, scheduler, unused };
}

/** The sessions that start at `now` or later, at most `count`, none behind the schedule's `end`; or why there are none. */
export function nextTimes({ scheduler }: Schedule, now: number, count: number): ScheduleTime[] | ConfigError {
  const sessions: ScheduleTime[] = [];
  for (let session = scheduler.first(now); sessions.length < count; session = scheduler.next(session.time)) {
    if (session instanceof ConfigError) {
      return session;
    }
    if (isFinished(session)) {
      break;
    }
    sessions.push(session);
  }
  return sessions;
}

/** The session before the next one that starts at `now` or later: what `last_session_time` is in a session that starts then. */
export function lastTime({ scheduler }: Schedule, now: number): ScheduleTime | ConfigError {
  const next = scheduler.first(now);
  return next instanceof ConfigError ? next : scheduler.last(next.time);
}

/** The keys of `schedule` beside the scheduler (ScheduleExecutor.BUILT_IN_SCHEDULE_PARAMS). */
const expectedKeys = ['skip_on_overtime', 'skip_delayed_by', 'start', 'end'];

interface Chosen {
  readonly type: string;
  readonly config: ConfigMap;
  readonly used: readonly string[];
}

function chooseType(config: ConfigMap): Chosen | ConfigError {
  if (config.has('_type')) {
    const type = getText(config, '_type');
    return type instanceof ConfigError ? type : { type, config, used: ['_type'] };
  }
  const key = [...config.keys()].find((name) => name.endsWith('>'));
  if (key === undefined) {
    return new ConfigError(`Schedule config requires 'type>: at' parameter: ${toJson(config)}`);
  }
  const command = config.get(key);
  if (command === undefined || command === null) {
    return new ConfigError(`Parameter '${key}' is required but null`);
  }
  const type = key.slice(0, -1);
  return {
    type,
    config: new Map([...config, ['_type', type], ['_command', command]]),
    used: ['_type', key, '_command'],
  };
}

function unusedKeys(config: ConfigMap, used: readonly string[]): UnusedKey[] {
  const known = new Set([...used, ...expectedKeys]);
  const expected = inHashOrder(known, bucketsOfAdded(known.size));
  return inHashOrder(config.keys(), bucketsOfCopied(config.size))
    .filter((key) => !expected.includes(key))
    .map((key) => ({ key, suggestions: suggest(key, expected, 0.5) }));
}

function unusedMessage({ key, suggestions }: UnusedKey): string {
  const hint = suggestions.length === 0 ? '' : `> Did you mean '[${suggestions.join(', ')}]'?`;
  return `Parameter '${key}' is not used at schedule. ${hint}\n`;
}
