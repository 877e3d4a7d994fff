/** The answer for every text and config: what Digdag makes of it, or why it fails. */
export type Evaluation<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: EvaluationError };

export interface EvaluationError {
  /**
   * `template`: Digdag's TemplateException, which fails the task. `timezone`: the workflow's zone is none. `limit`: stopped here, where Digdag
   * would go on. `cancelled`: no longer wanted. `engine`: the sandbox could not be loaded.
   */
  readonly kind: 'template' | 'timezone' | 'limit' | 'cancelled' | 'engine';
  /** In Digdag's words where Digdag has words. */
  readonly message: string;
  /** The text that failed, as it is written. */
  readonly text: string;
  /** What the JavaScript engine says: the part of `message` in brackets. */
  readonly cause?: string;
  /** Of a ReferenceError: the name that nothing defines. */
  readonly variable?: string;
  /** Of a syntax error: where, in UTF-16 units of `text`. */
  readonly offset?: number;
}

export function failed<T>(error: EvaluationError): Evaluation<T> {
  return { ok: false, error };
}

/** ConfigEvalEngine's TemplateException. */
export function templateError(text: string, cause: string, offset?: number): EvaluationError {
  const variable = /^ReferenceError: (\S+) is not defined$/.exec(cause)?.[1];
  return {
    kind: 'template',
    message: `Failed to evaluate a variable ${text} (${cause})`,
    text,
    cause,
    ...(variable === undefined ? {} : { variable }),
    ...(offset === undefined ? {} : { offset }),
  };
}
