import { formatDate, formatInstant, formatOffset, formatTime, parseInstant, toLocal } from '../time/local.ts';
import type { Zone } from '../time/zone.ts';
import type { ConfigMap, Value } from '../value/value.ts';

/** What a run of a workflow knows about itself. Instants are milliseconds since 1970. */
export interface Session {
  readonly sessionTime: number;
  /** The workflow's zone. */
  readonly zone: Zone;
  readonly sessionUuid: string;
  /** The ids are 1 in `digdag run`, which is also what absent ones become. */
  readonly sessionId?: number;
  readonly projectId?: number;
  readonly attemptId?: number;
  /** Set in retries only. */
  readonly retryAttemptName?: string;
}

/** The times of the sessions around one, as the workflow's schedule tells them. */
export interface ScheduledSessions {
  readonly lastSessionTime: number;
  readonly nextSessionTime: number;
}

/**
 * The variables that Digdag sets for a task right before it runs; they win over every parameter of the same name (RuntimeParams.java:14).
 * `params` are the parameters merged so far: `last_session_time`, `next_session_time` and `last_executed_session_time` in them decide whether
 * the variables of those sessions exist.
 */
export function runtimeVariables(session: Session, taskName: string, params: ConfigMap): ConfigMap {
  return new SessionVariables(session).of(taskName, params);
}

/** The same for many tasks of one session: times are written out again only where other sessions are around. */
export class SessionVariables {
  #around: readonly (Value | undefined)[] | undefined;
  /** All but the task's name. */
  #known: ConfigMap = new Map();

  constructor(readonly session: Session) {}

  of(taskName: string, params: ConfigMap): ConfigMap {
    const around = aroundTimes.map((name) => params.get(name));
    if (!this.#around?.every((value, index) => value === around[index])) {
      this.#known = ofSession(this.session, params);
      this.#around = around;
    }
    return new Map(this.#known).set('task_name', taskName);
  }
}

const aroundTimes = ['last_session_time', 'last_executed_session_time', 'next_session_time'];

function ofSession(session: Session, params: ConfigMap): ConfigMap {
  const { zone, sessionTime } = session;
  const variables: ConfigMap = new Map();
  variables.set('timezone', zone.id);
  variables.set('session_uuid', session.sessionUuid);
  variables.set('session_time', formatInstant(zone, sessionTime));
  variables.set('session_id', session.sessionId ?? 1);
  setTimes(variables, 'session_', zone, sessionTime);
  setTimesOf('last_session_', variables, params, zone);
  if (params.get('last_executed_session_time') == null) setEmptyTimes(variables, 'last_executed_session_', zone);
  else setTimesOf('last_executed_session_', variables, params, zone);
  setTimesOf('next_session_', variables, params, zone);
  variables.set('project_id', session.projectId ?? 1);
  if (session.retryAttemptName !== undefined) variables.set('retry_attempt_name', session.retryAttemptName);
  variables.set('attempt_id', session.attemptId ?? 1);
  return variables;
}

/** What Digdag adds to the parameters of an attempt of a workflow with a schedule (AttemptBuilder.java:123). */
export function scheduleVariables(sessions: ScheduledSessions, zone: Zone): ConfigMap {
  return new Map([
    ['last_session_time', formatInstant(zone, sessions.lastSessionTime)],
    ['next_session_time', formatInstant(zone, sessions.nextSessionTime)],
  ]);
}

function setTimesOf(prefix: string, variables: ConfigMap, params: ConfigMap, zone: Zone): void {
  const value = params.get(`${prefix}time`);
  const instant = typeof value === 'string' ? parseInstant(value) : undefined;
  if (instant !== undefined) setTimes(variables, prefix, zone, instant);
}

function setTimes(variables: ConfigMap, prefix: string, zone: Zone, instant: number): void {
  const local = toLocal(zone, instant);
  const date = formatDate(local);
  variables.set(`${prefix}date`, date);
  variables.set(`${prefix}date_compact`, date.replaceAll('-', ''));
  variables.set(`${prefix}local_time`, `${date} ${formatTime(local)}`);
  variables.set(`${prefix}tz_offset`, formatOffset(zone.offsetAt(instant), ''));
  variables.set(`${prefix}unixtime`, Math.floor(instant / 1000));
}

function setEmptyTimes(variables: ConfigMap, prefix: string, zone: Zone): void {
  for (const name of ['time', 'date', 'date_compact', 'local_time']) variables.set(prefix + name, '');
  variables.set(`${prefix}tz_offset`, formatOffset(zone.offsetAt(0), ''));
  variables.set(`${prefix}unixtime`, '');
}
