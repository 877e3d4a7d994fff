import { nextRetry, readRetry } from '../../core/schedule/retry.ts';
import { ConfigError, getInt } from '../../core/value/typed.ts';
import type { ConfigMap } from '../../core/value/value.ts';
import { configError, type OperatorError } from '../operators/operator.ts';
import type { Outcome } from './attempt.ts';

/** The tries that `_retry` of a task allows, for operators that honour it (RetryControl in BaseOperator.run). */
export interface TaskRetry {
  readonly again: boolean;
  readonly interval: number;
  readonly tries: number;
}

/** Reads `_retry` of the evaluated parameters, before the operator runs; throws where Digdag cannot read it. */
export function taskRetry(params: ConfigMap, state: ConfigMap): TaskRetry {
  const retry = readRetry(params, 0);
  if (retry instanceof ConfigError) throw configError(retry.message);
  const count = getInt(state, 'retry_count');
  const tries = typeof count === 'number' ? count : 0;
  return { ...nextRetry(retry, tries), tries };
}

/**
 * What a failure leads to.
 * @param retry undefined for operators that do not honour `_retry`
 * @param state what the last try left
 */
export function failureOutcome(error: OperatorError, retry: TaskRetry | undefined, state: ConfigMap): Outcome {
  if (error.retry?.polling) return { kind: 'again', after: error.retry.after, state: error.retry.state };
  if (retry?.again) {
    const next = new Map(state).set('retry_count', retry.tries + 1);
    return { kind: 'again', after: retry.interval, state: next, message: error.shown };
  }
  if (error.retry) {
    return { kind: 'again', after: error.retry.after, state: error.retry.state, message: error.shown };
  }
  return { kind: 'failed', error: error.toErrorParam() };
}
