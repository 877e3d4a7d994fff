import { readSession, type Session } from '../answers/session.ts';
import { type Call, get } from '../call.ts';
import { inField, listOf } from '../read.ts';
import { path, query } from '../target.ts';

interface SessionPage {
  /** More than 100 is a 400. */
  readonly pageSize?: number | undefined;
  /** The smallest id of the page before. */
  readonly lastId?: string | undefined;
}

interface ProjectSessionFilter extends SessionPage {
  /** Name of a workflow. */
  readonly workflow?: string | undefined;
}

const readSessions = inField('sessions', listOf(readSession));

/** Sessions, newest first, each with its last attempt. */
export function listSessions(page: SessionPage = {}): Call<Session[]> {
  return get(`/api/sessions${query({ ...page })}`, readSessions);
}

export function getSession(id: string): Call<Session> {
  return get(path`/api/sessions/${id}`, readSession);
}

export function listProjectSessions(projectId: string, filter: ProjectSessionFilter = {}): Call<Session[]> {
  return get(path`/api/projects/${projectId}/sessions` + query({ ...filter }), readSessions);
}
