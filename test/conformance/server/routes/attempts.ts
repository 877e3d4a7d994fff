import {
  getAttempt,
  killAttempt,
  listAttempts,
  listRetries,
  listSessionAttempts,
  listTasks,
} from '../../../../runner/net/digdag/calls/attempts.ts';
import { getSession, listProjectSessions, listSessions } from '../../../../runner/net/digdag/calls/sessions.ts';
import { type Resume, startAttempt } from '../../../../runner/net/digdag/calls/startAttempt.ts';
import type { Given } from '../given.ts';
import type { Route } from '../route.ts';

export const attemptRoutes: readonly Route[] = [
  {
    method: 'PUT',
    path: '/api/attempts',
    consumes: 'application/json',
    call: ({ body }) =>
      startAttempt({
        workflowId: body.text('workflowId'),
        sessionTime: body.text('sessionTime'),
        params: body.map('params'),
        retryAttemptName: body.optionalText('retryAttemptName'),
        resume: body.inside('resume', resume),
      }),
  },
  {
    method: 'GET',
    path: '/api/attempts',
    call: ({ query }) =>
      listAttempts({
        project: query.optionalText('project'),
        workflow: query.optionalText('workflow'),
        includeRetried: query.optionalFlag('include_retried'),
        pageSize: query.integer('page_size'),
        lastId: query.optionalText('last_id'),
      }),
  },
  { method: 'GET', path: '/api/attempts/{id}', call: ({ part }) => getAttempt(part('id')) },
  { method: 'GET', path: '/api/attempts/{id}/retries', call: ({ part }) => listRetries(part('id')) },
  { method: 'GET', path: '/api/attempts/{id}/tasks', call: ({ part }) => listTasks(part('id')) },
  {
    method: 'POST',
    path: '/api/attempts/{id}/kill',
    consumes: 'application/json',
    call: ({ part }) => killAttempt(part('id')),
  },
  {
    method: 'GET',
    path: '/api/sessions',
    call: ({ query }) => listSessions({ pageSize: query.integer('page_size'), lastId: query.optionalText('last_id') }),
  },
  { method: 'GET', path: '/api/sessions/{id}', call: ({ part }) => getSession(part('id')) },
  {
    method: 'GET',
    path: '/api/sessions/{id}/attempts',
    call: ({ part, query }) =>
      listSessionAttempts(part('id'), {
        pageSize: query.integer('page_size'),
        lastId: query.optionalText('last_id'),
      }),
  },
  {
    method: 'GET',
    path: '/api/projects/{id}/sessions',
    call: ({ part, query }) =>
      listProjectSessions(part('id'), {
        workflow: query.optionalText('workflow'),
        pageSize: query.integer('page_size'),
        lastId: query.optionalText('last_id'),
      }),
  },
];

function resume(given: Given): Resume | undefined {
  const mode = given.text('mode');
  const attemptId = given.text('attemptId');
  if (mode === 'failed') return { mode, attemptId };
  return mode === 'from' ? { mode, attemptId, from: given.text('from') } : undefined;
}
