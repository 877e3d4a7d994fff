import { type LocatedMap, locateMap } from '../project/located.ts';
import type { Place } from '../rules/finding.ts';
import type { ConfigMap } from '../value/value.ts';
import { bodyProblems } from './bodies.ts';
import { compileTree } from './compileTree.ts';
import { readDefinition } from './definition.ts';
import type { Problem, Refusal } from './problem.ts';
import { surveyTasks } from './survey.ts';
import type { TaskNode } from './taskNode.ts';
import type { Workflow, WorkflowTask } from './workflow.ts';

/** What became of a workflow file. */
export type CompiledFile = (
  | { readonly workflow: Workflow; readonly refusal: undefined }
  /** Digdag's verdict on what it does not accept. */
  | { readonly workflow: undefined; readonly refusal: Refusal }
) & {
  /** All that is wrong, not only the first; also what Digdag would find in the bodies of tasks, at run time. */
  readonly problems: readonly Problem[];
  /** The tasks as written. */
  readonly root: TaskNode;
  /** What `call>` takes as its subtasks: `_export` (with `_workdir` of a folder), other top-level keys, tasks. */
  readonly definition: LocatedMap;
};

/**
 * Compiles a file as Digdag does (WorkflowFile, then WorkflowCompiler).
 * @param name its path in the project without `.dig`
 * @param file its config with includes in place
 * @param called as `call>` compiles it, so that the file's name is no task's name
 */
export function compileWorkflow(name: string, file: LocatedMap, { called = false } = {}): CompiledFile {
  const definition = readDefinition(name, file);
  const start: Place = { path: file.path, start: 0, end: 0 };
  const root = surveyTasks('', `+${name}`, definition.config, start);
  const compiled = compileTree(root, { early: true, named: !called });
  const refusal = definition.refusal ?? compiled.refusal;
  const { timezone, config } = definition;
  const workflow: Workflow = { name, timezone, tasks: compiled.tasks, config };
  return {
    ...(refusal ? { workflow: undefined, refusal } : { workflow, refusal: undefined }),
    problems: [...definition.problems, ...compiled.problems, ...bodyProblems(root)],
    root,
    definition: config,
  };
}

/** The tasks of a generated config, or why Digdag refuses it. */
export interface CompiledTasks {
  readonly tasks: readonly WorkflowTask[];
  readonly refusal: Refusal | undefined;
}

/**
 * Compiles what a task makes while it runs (WorkflowCompiler.compileTasks), by the same rules as a file's tasks.
 * @param parentFullName the full name of the task that makes them: `+main+loop`
 * @param suffix the name of the first of them, which holds the others unless it is an operator itself: `^sub`, `^check` or `^error`
 */
export function compileSubtasks(parentFullName: string, suffix: string, config: ConfigMap | LocatedMap): CompiledTasks {
  const located = config instanceof Map ? locateMap(config) : config;
  const { tasks, refusal } = compileTree(surveyTasks(parentFullName, suffix, located, located.place), {
    early: true,
    named: true,
  });
  return { tasks: refusal ? [] : tasks, refusal };
}
