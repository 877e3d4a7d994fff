import type { ConfigMap } from '../../../../core/value/value.ts';
import { config, fields, flag, id, integer, type OpenText, orNull, type Reader, text } from '../read.ts';
import { type Reference, readReference, readWorkflowReference, type WorkflowReference } from './reference.ts';

/** RestSessionAttempt. */
export interface Attempt {
  /** Stays `running` behind a request to kill until the attempt is done. */
  readonly status: OpenText<'running' | 'success' | 'error' | 'killed'>;
  readonly id: string;
  /** Counts the attempts of a session from 1. */
  readonly index: number;
  readonly project: Reference;
  readonly workflow: WorkflowReference;
  readonly sessionId: string;
  readonly sessionUuid: string;
  /** With the offset of the workflow's zone; the other times are in UTC. */
  readonly sessionTime: string;
  readonly retryAttemptName: string | null;
  readonly done: boolean;
  readonly success: boolean;
  readonly cancelRequested: boolean;
  readonly params: ConfigMap;
  readonly createdAt: string;
  readonly finishedAt: string | null;
}

export const readAttempt: Reader<Attempt> = (value, at) => {
  const field = fields(value, at);
  return {
    status: field('status', text),
    id: field('id', id),
    index: field('index', integer),
    project: field('project', readReference),
    workflow: field('workflow', readWorkflowReference),
    sessionId: field('sessionId', id),
    sessionUuid: field('sessionUuid', text),
    sessionTime: field('sessionTime', text),
    retryAttemptName: field('retryAttemptName', orNull(text)),
    done: field('done', flag),
    success: field('success', flag),
    cancelRequested: field('cancelRequested', flag),
    params: field('params', config),
    createdAt: field('createdAt', text),
    finishedAt: field('finishedAt', orNull(text)),
  };
};
