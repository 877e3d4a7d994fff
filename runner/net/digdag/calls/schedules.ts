import { readSchedule, readScheduleAttempts, type Schedule, type ScheduleAttempts } from '../answers/schedule.ts';
import { type Call, get, sendJson } from '../call.ts';
import { inField, listOf } from '../read.ts';
import { path, query } from '../target.ts';

interface SchedulePage {
  /** The last id of the page before. */
  readonly lastId?: string | undefined;
}

interface ProjectScheduleFilter extends SchedulePage {
  /** Name of a workflow. */
  readonly workflow?: string | undefined;
}

const readSchedules = inField('schedules', listOf(readSchedule));

/** Schedules by ascending id. */
export function listSchedules(page: SchedulePage = {}): Call<Schedule[]> {
  return get(`/api/schedules${query({ ...page })}`, readSchedules);
}

export function listProjectSchedules(projectId: string, filter: ProjectScheduleFilter = {}): Call<Schedule[]> {
  return get(path`/api/projects/${projectId}/schedules` + query({ ...filter }), readSchedules);
}

export function getSchedule(id: string): Call<Schedule> {
  return get(path`/api/schedules/${id}`, readSchedule);
}

export function disableSchedule(id: string): Call<Schedule> {
  return sendJson('POST', path`/api/schedules/${id}/disable`, {}, readSchedule);
}

interface EnableOptions {
  /** Leaves out what was due while the schedule was disabled, which else runs now; 409 where nothing was. */
  readonly skipSchedule?: boolean | undefined;
  /** Local, in the workflow's zone: `2026-01-02T03:04:05`. */
  readonly nextTime?: string | undefined;
}

export function enableSchedule(id: string, options: EnableOptions = {}): Call<Schedule> {
  return sendJson('POST', path`/api/schedules/${id}/enable`, { ...options }, readSchedule);
}

/** RestScheduleSkipRequest: either some sessions from a time on, or all before a next time. */
type Skip = {
  /** When the next session runs, if not at its usual time. */
  readonly nextRunTime?: string | undefined;
  /** Only tells what the schedule would be. */
  readonly dryRun: boolean;
} & (
  | { readonly fromTime?: string | undefined; readonly count: number }
  /** Local, in the workflow's zone, or with an offset. */
  | { readonly nextTime: string }
);

export function skipSchedule(id: string, skip: Skip): Call<Schedule> {
  return sendJson('POST', path`/api/schedules/${id}/skip`, { ...skip }, readSchedule);
}

/** RestScheduleBackfillRequest. */
interface Backfill {
  /** With an offset. */
  readonly fromTime: string;
  /** Becomes the retryAttemptName of every attempt. */
  readonly attemptName: string;
  /** All sessions up to now where absent. */
  readonly count?: number | undefined;
  readonly dryRun: boolean;
}

/** Runs the sessions of a schedule again, from a time on. */
export function backfillSchedule(id: string, backfill: Backfill): Call<ScheduleAttempts> {
  return sendJson('POST', path`/api/schedules/${id}/backfill`, { ...backfill }, readScheduleAttempts);
}
