import { parseIsoInstant } from '../../core/time/isoInstant.ts';
import { trimJava } from '../../core/value/javaText.ts';
import {
  asText,
  getBoolean,
  getInt,
  getOptionalText,
  getTextOr,
  isNoNumber,
  unexpected,
} from '../../core/value/typed.ts';
import type { ConfigMap } from '../../core/value/value.ts';
import { commandText, nestedOrEmpty, orThrow } from './config.ts';
import { configError, type Operator, OperatorError, type TaskContext } from './operator.ts';

/** require>: runs another workflow of the project as an attempt of its own, unless that session has run already, and waits for it. */
export const operator: Operator = {
  retries: true,
  async run(context) {
    const { params, local } = context;
    const name = commandText(params);
    const ignoreFailure = orThrow(getBoolean(params, 'ignore_failure', false));
    const rerunOn = rerunOption(params);
    const retryAttemptName = orThrow(getOptionalText(local, 'retry_attempt_name'));
    const given = nestedOrEmpty(params, 'params');
    requireThisProject(context, name);
    const attempt = await context.runWorkflow({
      name,
      params: given,
      sessionTime: sessionTimeOf(params),
      rerunOn,
      ...(retryAttemptName === undefined ? {} : { retryAttemptName }),
    });
    if (!attempt) throw missing('projectId: 1', name);
    if (!attempt.success && !ignoreFailure) {
      const { sessionId, attemptId } = attempt;
      throw new OperatorError(`Dependent workflow failed. Session id: ${sessionId}, attempt id: ${attemptId}`);
    }
    return {};
  },
};

/** `session_time`: the task's own, or that of this session. */
function sessionTimeOf(params: ConfigMap): number {
  const value = params.get('session_time') ?? null;
  if (value === null) throw configError("Parameter 'session_time' is required but null");
  const text = trimJava(asText(value) ?? '?');
  // Jackson makes null of it, over which the start of the session trips.
  if (text === '') throw new OperatorError('time', { kind: 'null pointer' });
  const time = parseIsoInstant(text);
  if (time === undefined) throw configError(unexpected('class java.time.Instant', 'session_time', value).message);
  return time;
}

function rerunOption(params: ConfigMap): 'none' | 'failed' | 'all' {
  const option = orThrow(getTextOr(params, 'rerun_on', 'none'));
  if (option === 'none' || option === 'failed' || option === 'all') return option;
  throw configError(`invalid rerun_on option:${option}`);
}

/** `digdag run` knows one project only, whose id is 1 and whose name is "default". */
function requireThisProject({ params, local }: TaskContext, workflow: string): void {
  const id = orThrow(getInt(params, 'project_id'));
  const ownId = isNoNumber(local.get('project_id') ?? null) ? undefined : id;
  const name = orThrow(getOptionalText(local, 'project_name'));
  if (ownId !== undefined && name !== undefined) throw configError("Both project_id and project_name can't be set");
  if (name !== undefined && name !== 'default') throw missing(`projectName: ${name}`, workflow);
  if (name === undefined && id !== 1) throw missing(`projectId: ${id}`, workflow);
}

function missing(project: string, workflow: string): OperatorError {
  return new OperatorError(`Dependent workflow does not exist. ${project}, workflowName:${workflow}`);
}
