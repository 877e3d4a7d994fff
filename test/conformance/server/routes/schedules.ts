import {
  backfillSchedule,
  disableSchedule,
  enableSchedule,
  getSchedule,
  listProjectSchedules,
  listSchedules,
  skipSchedule,
} from '../../../../runner/net/digdag/calls/schedules.ts';
import type { Route } from '../route.ts';

export const scheduleRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/schedules',
    call: ({ query }) => listSchedules({ lastId: query.optionalText('last_id') }),
  },
  { method: 'GET', path: '/api/schedules/{id}', call: ({ part }) => getSchedule(part('id')) },
  {
    method: 'GET',
    path: '/api/projects/{id}/schedules',
    call: ({ part, query }) =>
      listProjectSchedules(part('id'), {
        workflow: query.optionalText('workflow'),
        lastId: query.optionalText('last_id'),
      }),
  },
  {
    method: 'POST',
    path: '/api/schedules/{id}/disable',
    consumes: 'application/json',
    call: ({ part }) => disableSchedule(part('id')),
  },
  {
    method: 'POST',
    path: '/api/schedules/{id}/enable',
    consumes: 'application/json',
    call: ({ part, body }) =>
      enableSchedule(part('id'), {
        skipSchedule: body.optionalFlag('skipSchedule'),
        nextTime: body.optionalText('nextTime'),
      }),
  },
  {
    method: 'POST',
    path: '/api/schedules/{id}/skip',
    consumes: 'application/json',
    call: ({ part, body }) => {
      const common = { nextRunTime: body.optionalText('nextRunTime'), dryRun: body.flag('dryRun') };
      const fromTime = body.optionalText('fromTime');
      const count = body.integer('count');
      if (count !== undefined) return skipSchedule(part('id'), { ...common, fromTime, count });
      return skipSchedule(part('id'), { ...common, nextTime: body.text('nextTime') });
    },
  },
  {
    method: 'POST',
    path: '/api/schedules/{id}/backfill',
    consumes: 'application/json',
    call: ({ part, body }) =>
      backfillSchedule(part('id'), {
        fromTime: body.text('fromTime'),
        attemptName: body.text('attemptName'),
        count: body.integer('count'),
        dryRun: body.flag('dryRun'),
      }),
  },
];
