import { isGlobal } from '../../../core/expressions/names.ts';
import type { Variable } from '../../../core/expressions/scopes/variable.ts';
import type { TaskNode } from '../../../core/workflow/taskNode.ts';
import type { Services } from '../../services.ts';
import { originsIn } from '../symbols/usesInView.ts';
import type { View } from '../symbols/view.ts';

/** The variables of a task, with one that only other files define: callers of the file, or code that stores. It is looked for where it is missing. */
export function withOtherFiles(
  services: Services,
  view: View,
  task: TaskNode,
  name: string | undefined,
  variables: ReadonlyMap<string, Variable>,
): ReadonlyMap<string, Variable> {
  if (name === undefined || variables.has(name) || isGlobal(name)) return variables;
  const found = originsIn(services, view).definition(name, task);
  return found ? new Map([[name, { ...found, overrides: [] }], ...variables]) : variables;
}
