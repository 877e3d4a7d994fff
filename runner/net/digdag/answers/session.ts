import type { ConfigMap } from '../../../../core/value/value.ts';
import { config, fields, flag, id, orNull, type Reader, text } from '../read.ts';
import { type Reference, readReference, readWorkflowReference, type WorkflowReference } from './reference.ts';

/** RestSession: a workflow at a session time, with its last attempt. */
export interface Session {
  readonly id: string;
  readonly project: Reference;
  readonly workflow: WorkflowReference;
  readonly sessionUuid: string;
  /** With the offset of the workflow's zone. */
  readonly sessionTime: string;
  readonly lastAttempt: LastAttempt | null;
}

/** RestSession.Attempt. */
interface LastAttempt {
  readonly id: string;
  readonly retryAttemptName: string | null;
  readonly done: boolean;
  readonly success: boolean;
  readonly cancelRequested: boolean;
  readonly params: ConfigMap;
  readonly createdAt: string;
  readonly finishedAt: string | null;
}

export const readSession: Reader<Session> = (value, at) => {
  const field = fields(value, at);
  return {
    id: field('id', id),
    project: field('project', readReference),
    workflow: field('workflow', readWorkflowReference),
    sessionUuid: field('sessionUuid', text),
    sessionTime: field('sessionTime', text),
    lastAttempt: field('lastAttempt', orNull(readLastAttempt)),
  };
};

const readLastAttempt: Reader<LastAttempt> = (value, at) => {
  const field = fields(value, at);
  return {
    id: field('id', id),
    retryAttemptName: field('retryAttemptName', orNull(text)),
    done: field('done', flag),
    success: field('success', flag),
    cancelRequested: field('cancelRequested', flag),
    params: field('params', config),
    createdAt: field('createdAt', text),
    finishedAt: field('finishedAt', orNull(text)),
  };
};
