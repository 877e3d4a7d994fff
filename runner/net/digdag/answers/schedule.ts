import { fields, id, listOf, optional, orNull, type Reader, text } from '../read.ts';
import { type Attempt, readAttempt } from './attempt.ts';
import { type Reference, readReference } from './reference.ts';

/** RestSchedule; what changes one answers with RestScheduleSummary, which tells two times more. */
export interface Schedule {
  readonly id: string;
  readonly project: Reference;
  readonly workflow: Reference;
  /** In UTC. */
  readonly nextRunTime: string;
  /** With the offset of the workflow's zone. */
  readonly nextScheduleTime: string;
  readonly createdAt?: string | undefined;
  readonly updatedAt?: string | undefined;
  /** Null while the schedule is enabled. */
  readonly disabledAt: string | null;
}

export const readSchedule: Reader<Schedule> = (value, at) => {
  const field = fields(value, at);
  return {
    id: field('id', id),
    project: field('project', readReference),
    workflow: field('workflow', readReference),
    nextRunTime: field('nextRunTime', text),
    nextScheduleTime: field('nextScheduleTime', text),
    createdAt: field('createdAt', optional(text)),
    updatedAt: field('updatedAt', optional(text)),
    disabledAt: field('disabledAt', orNull(text)),
  };
};

/** RestScheduleAttemptCollection: what a backfill started, or would start. */
export interface ScheduleAttempts {
  /** Of the schedule. */
  readonly id: string;
  readonly project: Reference;
  readonly workflow: Reference;
  /** Their ids are "0" where the backfill was a dry run. */
  readonly attempts: readonly Attempt[];
}

export const readScheduleAttempts: Reader<ScheduleAttempts> = (value, at) => {
  const field = fields(value, at);
  return {
    id: field('id', id),
    project: field('project', readReference),
    workflow: field('workflow', readReference),
    attempts: field('attempts', listOf(readAttempt)),
  };
};
