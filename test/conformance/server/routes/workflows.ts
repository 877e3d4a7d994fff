import {
  getProjectWorkflow,
  getWorkflow,
  getWorkflowByName,
  listProjectWorkflows,
  listWorkflows,
  truncateSessionTime,
} from '../../../../runner/net/digdag/calls/workflows.ts';
import type { Route } from '../route.ts';

export const workflowRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/workflows',
    call: ({ query }) =>
      listWorkflows({
        count: query.integer('count'),
        lastId: query.optionalText('last_id'),
        order: query.optionalText('order'),
        namePattern: query.optionalText('name_pattern'),
        searchProjectName: query.optionalFlag('search_project_name'),
      }),
  },
  { method: 'GET', path: '/api/workflows/{id}', call: ({ part }) => getWorkflow(part('id')) },
  {
    method: 'GET',
    path: '/api/workflow',
    call: ({ query }) => getWorkflowByName(query.text('project'), query.text('name'), query.optionalText('revision')),
  },
  {
    method: 'GET',
    path: '/api/projects/{id}/workflows',
    call: ({ part, query }) =>
      listProjectWorkflows(part('id'), {
        name: query.optionalText('name'),
        revision: query.optionalText('revision'),
      }),
  },
  {
    method: 'GET',
    path: '/api/projects/{id}/workflows/{name}',
    call: ({ part, query }) => getProjectWorkflow(part('id'), part('name'), query.optionalText('revision')),
  },
  {
    method: 'GET',
    path: '/api/workflows/{id}/truncated_session_time',
    call: ({ part, query }) => truncateSessionTime(part('id'), query.text('session_time'), query.optionalText('mode')),
  },
];
