import { parseJson } from '../../../../core/value/parseJson.ts';
import { type ConfigMap, isMap } from '../../../../core/value/value.ts';
import { errorOf } from '../answerError.ts';
import { type Attempt, readAttempt } from '../answers/attempt.ts';
import { type ApiAnswer, type Call, given, jsonOf, sendJson } from '../call.ts';

/** RestSessionAttemptRequest. */
interface AttemptRequest {
  readonly workflowId: string;
  /** With an offset or `Z`; see truncateSessionTime for a local time. */
  readonly sessionTime: string;
  readonly params: ConfigMap;
  /** A name of its own makes a further attempt of a session. */
  readonly retryAttemptName?: string | undefined;
  readonly resume?: Resume | undefined;
}

/** Which tasks of an earlier attempt are not run again. */
export type Resume =
  | { readonly mode: 'failed'; readonly attemptId: string }
  /** @param from the end of a task's full name, such as `+load+b` */
  | { readonly mode: 'from'; readonly attemptId: string; readonly from: string };

/** `exists`: the session has an attempt of that name already; this is it, and nothing was started. */
interface StartedAttempt {
  readonly kind: 'started' | 'exists';
  readonly attempt: Attempt;
}

/** Starts, retries or resumes a session (AttemptResource.startAttempt, which answers 409 with the attempt that exists). */
export function startAttempt(request: AttemptRequest): Call<StartedAttempt> {
  const { workflowId, sessionTime, params, retryAttemptName, resume } = request;
  const body = { workflowId, sessionTime, retryAttemptName, resume: resume && given({ ...resume }), params };
  const call = sendJson('PUT', '/api/attempts', body, readAttempt);
  return { ...call, alsoReads: conflict, read: readStarted };
}

const conflict = 409;

function readStarted(answer: ApiAnswer): StartedAttempt {
  if (answer.status !== conflict) return { kind: 'started', attempt: readAttempt(jsonOf(answer), '') };
  // Another conflict, or a proxy's: no attempt.
  const value = parseJson(new TextDecoder().decode(answer.body));
  if (!isMap(value) || !value.has('id')) throw errorOf(answer);
  return { kind: 'exists', attempt: readAttempt(value, '') };
}
