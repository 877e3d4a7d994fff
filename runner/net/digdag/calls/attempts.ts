import { type Attempt, readAttempt } from '../answers/attempt.ts';
import { readTask, type Task } from '../answers/task.ts';
import { type Call, get, sendJson } from '../call.ts';
import { inField, listOf } from '../read.ts';
import { path, query } from '../target.ts';

interface AttemptFilter {
  /** Name of a project; 404 where there is none. */
  readonly project?: string | undefined;
  readonly workflow?: string | undefined;
  /** All attempts of a session, not only the last one. */
  readonly includeRetried?: boolean | undefined;
  /** More than 100 is a 400. */
  readonly pageSize?: number | undefined;
  /** The smallest id of the page before. */
  readonly lastId?: string | undefined;
}

const readAttempts = inField('attempts', listOf(readAttempt));

/** Attempts, newest first. */
export function listAttempts(filter: AttemptFilter = {}): Call<Attempt[]> {
  return get(`/api/attempts${query({ ...filter })}`, readAttempts);
}

export function getAttempt(id: string): Call<Attempt> {
  return get(path`/api/attempts/${id}`, readAttempt);
}

/** All attempts of the session of an attempt. */
export function listRetries(attemptId: string): Call<Attempt[]> {
  return get(path`/api/attempts/${attemptId}/retries`, readAttempts);
}

/** Tasks of an attempt by ascending id, all of them: there are no pages. */
export function listTasks(attemptId: string): Call<Task[]> {
  return get(path`/api/attempts/${attemptId}/tasks`, inField('tasks', listOf(readTask)));
}

/** Asks for an attempt's end. The answer is the attempt as it was before; 409 where it is done already. */
export function killAttempt(id: string): Call<Attempt> {
  return sendJson('POST', path`/api/attempts/${id}/kill`, {}, readAttempt);
}

interface SessionAttemptsPage {
  readonly pageSize?: number | undefined;
  readonly lastId?: string | undefined;
}

/** Attempts of a session, newest first. */
export function listSessionAttempts(sessionId: string, page: SessionAttemptsPage = {}): Call<Attempt[]> {
  return get(path`/api/sessions/${sessionId}/attempts` + query({ ...page }), readAttempts);
}
