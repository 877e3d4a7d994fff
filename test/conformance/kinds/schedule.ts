import { toMap } from '../../../core/project/located.ts';
import { fileVerdict } from '../../../core/project/verdict.ts';
import { nextRetry, readRetry } from '../../../core/schedule/retry.ts';
import { readSchedule, type Schedule } from '../../../core/schedule/schedule.ts';
import type { ScheduleTime } from '../../../core/schedule/scheduler.ts';
import { readSkipDelayedBy, readSkipOnOvertime } from '../../../core/schedule/skip.ts';
import { slaTime } from '../../../core/schedule/sla.ts';
import { parseZone, type Zone } from '../../../core/time/zone.ts';
import { parseJson } from '../../../core/value/parseJson.ts';
import { ConfigError } from '../../../core/value/typed.ts';
import { type ConfigMap, isMap } from '../../../core/value/value.ts';
import { memoryFileSystem } from '../../support/memoryFileSystem.ts';
import { failed, type Kind, passed } from '../kind.ts';
import { normalise } from '../normalise.ts';

interface Case {
  group: string;
  text: string;
  now: string;
  timezone: string;
  error?: string;
}

/** The fields of a recording that are compared; all others tell of the recording itself. */
type Answer = Readonly<Record<string, unknown>>;

const directory = '/project';
const compared = [
  'ok',
  'stage',
  'message',
  'timezone',
  'scheduled',
  'next',
  'last',
  'strictOk',
  'strictMessage',
  'skipOnOvertime',
  'skipOnOvertimeError',
  'skipDelayedBySeconds',
  'skipDelayedByError',
  'value',
];

/** schedule.jsonl */
export const schedule: Kind = {
  run(line) {
    const recorded = JSON.parse(line) as Case & Answer;
    const answer = answerTo(recorded, line);
    const differences = compared
      .map((key) => ({ key, expected: fieldText(recorded, key), actual: fieldText(answer, key) }))
      .filter(({ key, expected, actual }) => expected !== actual && !(recorded.error === 'Timeout' && hangs(key)))
      .map(({ key, expected, actual }) => `${key}: expected ${expected}\n  but got ${actual}`);
    return differences.length === 0 ? passed() : failed(differences.join('\n'));
  },
};

/** Where Digdag searches for ever, the recorder was stopped: it has no message of Digdag, and did not get to these questions. */
function hangs(key: string): boolean {
  return key === 'message' || key === 'timezone' || key.startsWith('strict');
}

function answerTo(recorded: Case, line: string): Answer {
  if (recorded.group === 'retry') return retryAnswer(configOf(line));
  if (recorded.group === 'sla') return slaAnswer(configOf(line), instant(recorded.now), zoneOf(recorded.timezone));
  const path = `${directory}/main.dig`;
  const verdict = fileVerdict(memoryFileSystem({ [path]: recorded.text }), path, 'main');
  if ('refusal' in verdict) return { ok: false, stage: verdict.refusal.stage, message: verdict.refusal.message };
  const { timezone, config } = verdict.workflow;
  return { timezone, ...scheduleAnswer(toMap(config), zoneOf(timezone), instant(recorded.now)) };
}

function scheduleAnswer(config: ConfigMap, zone: Zone, now: number): Answer {
  const strict = readSchedule(config, zone, true);
  const pushed =
    strict instanceof ConfigError ? { strictOk: false, strictMessage: strict.message } : { strictOk: true };
  const read = readSchedule(config, zone);
  if (read === undefined) return { ok: true, scheduled: false, ...pushed };
  if (read instanceof ConfigError) return { ...refusal('schedule', read), ...pushed };
  const times = timesOf(read, now);
  if (times instanceof ConfigError) return { ...refusal('times', times), ...pushed };
  return { ok: true, scheduled: true, ...pushed, ...times, ...skipAnswer(config) };
}

function timesOf({ scheduler }: Schedule, now: number): Answer | ConfigError {
  const next: ScheduleTime[] = [];
  for (let session = scheduler.first(now); next.length < 3; session = scheduler.next(session.time)) {
    if (session instanceof ConfigError) return session;
    next.push(session);
  }
  const last = scheduler.last(next[0]?.time ?? now);
  return last instanceof ConfigError ? last : { next: next.map(shown), last: shown(last) };
}

function skipAnswer(config: ConfigMap): Answer {
  const options = config.get('schedule');
  if (!isMap(options)) return {};
  const overtime = readSkipOnOvertime(options);
  const delayed = readSkipDelayedBy(options);
  return {
    ...(overtime instanceof ConfigError ? { skipOnOvertimeError: overtime.message } : { skipOnOvertime: overtime }),
    ...(delayed instanceof ConfigError ? { skipDelayedByError: delayed.message } : { skipDelayedBySeconds: delayed }),
  };
}

function slaAnswer(config: ConfigMap, now: number, zone: Zone): Answer {
  const time = slaTime(config, now, zone);
  return {
    timezone: zone.id,
    ...(time instanceof ConfigError ? refusal('sla', time) : { ok: true, value: isoText(time) }),
  };
}

function retryAnswer(config: ConfigMap): Answer {
  const retry = readRetry(config, 0);
  if (retry instanceof ConfigError) return refusal('retry', retry);
  const tries = [0, 1, 2, 3, 4].map((count) => nextRetry(retry, count));
  return { ok: true, value: tries.map(({ again, interval }) => ({ retry: again, interval })) };
}

function refusal(stage: string, { message }: ConfigError): Answer {
  return { ok: false, stage, message };
}

function shown({ time, runTime }: ScheduleTime): Answer {
  return { time: isoText(time), runTime: isoText(runTime) };
}

function isoText(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z');
}

/** Milliseconds since 1970; of a time with nanoseconds one that lies between the same two milliseconds. */
function instant(iso: string): number {
  const nanoseconds = /\.\d{3}0*[1-9]/.test(iso);
  return Date.parse(iso.replace(/(\.\d{3})\d+/, '$1')) + (nanoseconds ? 0.5 : 0);
}

function fieldText(answer: Answer, key: string): string {
  const value = answer[key];
  const isMessage = key.endsWith('essage') || key.endsWith('Error');
  return isMessage ? normalise(typeof value === 'string' ? value : null, directory) : String(JSON.stringify(value));
}

function configOf(line: string): ConfigMap {
  const recording = parseJson(line);
  const config = isMap(recording) ? recording.get('config') : undefined;
  if (!isMap(config)) throw new Error('the case has no config');
  return config;
}

function zoneOf(id: string): Zone {
  const parsed = parseZone(id);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.zone;
}
