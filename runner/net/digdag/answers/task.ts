import type { ConfigMap } from '../../../../core/value/value.ts';
import { config, fields, flag, id, listOf, type OpenText, orNull, type Reader, text } from '../read.ts';

/** TaskStateCode, in lower case. */
type TaskState = OpenText<
  | 'blocked'
  | 'ready'
  | 'retry_waiting'
  | 'group_retry_waiting'
  | 'running'
  | 'planned'
  | 'group_error'
  | 'success'
  | 'error'
  | 'canceled'
>;

/** RestTask: a task of an attempt. The parameters may hold secrets: they are not for show by default. */
export interface Task {
  readonly id: string;
  readonly fullName: string;
  readonly parentId: string | null;
  /** With `_export`. */
  readonly config: ConfigMap;
  /** Ids of the tasks that it waits for. */
  readonly upstreams: readonly string[];
  readonly state: TaskState;
  readonly cancelRequested: boolean;
  readonly exportParams: ConfigMap;
  readonly storeParams: ConfigMap;
  readonly stateParams: ConfigMap;
  readonly updatedAt: string;
  readonly retryAt: string | null;
  /** Null also for groups and for tasks that a resumed attempt took over. */
  readonly startedAt: string | null;
  /** Empty, or `message` and perhaps `stacktrace`. */
  readonly error: ConfigMap;
  readonly isGroup: boolean;
}

export const readTask: Reader<Task> = (value, at) => {
  const field = fields(value, at);
  return {
    id: field('id', id),
    fullName: field('fullName', text),
    parentId: field('parentId', orNull(id)),
    config: field('config', config),
    upstreams: field('upstreams', listOf(id)),
    state: field('state', text),
    cancelRequested: field('cancelRequested', flag),
    exportParams: field('exportParams', config),
    storeParams: field('storeParams', config),
    stateParams: field('stateParams', config),
    updatedAt: field('updatedAt', text),
    retryAt: field('retryAt', orNull(text)),
    startedAt: field('startedAt', orNull(text)),
    error: field('error', config),
    isGroup: field('isGroup', flag),
  };
};
