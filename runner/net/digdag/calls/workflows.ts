import { readWorkflow, readWorkflowSessionTime, type Workflow, type WorkflowSessionTime } from '../answers/workflow.ts';
import { type Call, get } from '../call.ts';
import { inField, listOf, type OpenText } from '../read.ts';
import { path, query } from '../target.ts';

interface WorkflowFilter {
  readonly count?: number | undefined;
  /** The last id of the page before. */
  readonly lastId?: string | undefined;
  readonly order?: OpenText<'asc' | 'desc'> | undefined;
  /** A part of the name. */
  readonly namePattern?: string | undefined;
  /** Whether the pattern is looked for in names of projects, too. */
  readonly searchProjectName?: boolean | undefined;
}

/** Workflows of the latest revisions of all projects, by ascending id unless ordered otherwise. */
export function listWorkflows(filter: WorkflowFilter = {}): Call<Workflow[]> {
  return get(`/api/workflows${query({ ...filter })}`, inField('workflows', listOf(readWorkflow)));
}

export function getWorkflow(id: string): Call<Workflow> {
  return get(path`/api/workflows/${id}`, readWorkflow);
}

/** A workflow by the names of its project and its own; the latest revision where none is named. Digdag calls it deprecated. */
export function getWorkflowByName(project: string, name: string, revision?: string): Call<Workflow> {
  return get(`/api/workflow${query({ project, name, revision })}`, readWorkflow);
}

interface ProjectWorkflowFilter {
  readonly name?: string | undefined;
  readonly revision?: string | undefined;
}

/** Workflows of a project, of the latest revision where none is named. */
export function listProjectWorkflows(projectId: string, filter: ProjectWorkflowFilter = {}): Call<Workflow[]> {
  const target = path`/api/projects/${projectId}/workflows` + query({ ...filter });
  return get(target, inField('workflows', listOf(readWorkflow)));
}

export function getProjectWorkflow(projectId: string, name: string, revision?: string): Call<Workflow> {
  return get(path`/api/projects/${projectId}/workflows/${name}` + query({ revision }), readWorkflow);
}

/** How a session time is rounded (SessionTimeTruncate). The server fails on `second` and `minute`, which it knows by name only. */
type Truncation = OpenText<'hour' | 'day' | 'schedule' | 'next_schedule'>;

/**
 * The session time that a text stands for.
 * @param sessionTime in the workflow's zone (`2026-01-02T03:04:05`), or with an offset
 * @param mode not rounded where absent
 */
export function truncateSessionTime(
  workflowId: string,
  sessionTime: string,
  mode?: Truncation,
): Call<WorkflowSessionTime> {
  const target = path`/api/workflows/${workflowId}/truncated_session_time` + query({ sessionTime, mode });
  return get(target, readWorkflowSessionTime);
}
