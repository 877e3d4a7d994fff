import {
  deleteProject,
  getArchive,
  getProject,
  getProjectByName,
  listProjects,
  listRevisions,
  pushProject,
} from '../../../../runner/net/digdag/calls/projects.ts';
import { deleteSecret, listSecrets, setSecret } from '../../../../runner/net/digdag/calls/secrets.ts';
import type { Route } from '../route.ts';

export const projectRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/projects',
    call: ({ query }) =>
      listProjects({
        name: query.optionalText('name'),
        namePattern: query.optionalText('name_pattern'),
        count: query.integer('count'),
        lastId: query.optionalText('last_id'),
      }),
  },
  {
    method: 'PUT',
    path: '/api/projects',
    consumes: 'application/gzip',
    call: ({ query, archive }) =>
      pushProject(query.text('project'), query.text('revision'), archive, {
        scheduleFrom: query.optionalText('schedule_from'),
        clearSchedule: query.texts('clear_schedule'),
        clearScheduleAll: query.optionalFlag('clear_schedule_all'),
      }),
  },
  { method: 'GET', path: '/api/project', call: ({ query }) => getProjectByName(query.text('name')) },
  { method: 'GET', path: '/api/projects/{id}', call: ({ part }) => getProject(part('id')) },
  { method: 'DELETE', path: '/api/projects/{id}', call: ({ part }) => deleteProject(part('id')) },
  {
    method: 'GET',
    path: '/api/projects/{id}/revisions',
    call: ({ part, query }) =>
      listRevisions(part('id'), { name: query.optionalText('name'), lastId: query.optionalText('last_id') }),
  },
  {
    method: 'GET',
    path: '/api/projects/{id}/archive',
    call: ({ part, query }) =>
      getArchive(part('id'), {
        revision: query.optionalText('revision'),
        directDownload: query.optionalFlag('direct_download'),
      }),
  },
  { method: 'GET', path: '/api/projects/{id}/secrets', call: ({ part }) => listSecrets(part('id')) },
  {
    method: 'PUT',
    path: '/api/projects/{id}/secrets/{key}',
    consumes: 'application/json',
    call: ({ part, body }) => setSecret(part('id'), part('key'), body.text('value')),
  },
  {
    method: 'DELETE',
    path: '/api/projects/{id}/secrets/{key}',
    call: ({ part }) => deleteSecret(part('id'), part('key')),
  },
];
