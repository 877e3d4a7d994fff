import type { WorkflowTask } from '../../core/workflow/workflow.ts';
import { StartError } from '../startError.ts';

/** Digdag cuts a pattern before every sign that is no part of a name (TaskMatchPattern.DELIMITER_PATTERN). */
const delimiter = /(?![-=[\]{}%&@,._])(?=[^\p{L}\p{M}\p{N}\p{Pc}\u200c\u200d])/u;

/** The index of the one task whose full name ends with the pattern (`+group+task`). */
export function findTask(tasks: readonly WorkflowTask[], pattern: string): number {
  const fragments = pattern.split(delimiter);
  if (fragments.some((fragment) => fragment.length <= 1)) {
    throw new StartError(`Match patterns excepting direct child (+name+name) is not supported: ${pattern}`, 'syntax');
  }
  const found = tasks.filter((task) => task.fullName.endsWith(pattern));
  if (found.length === 0) {
    throw new StartError(`Task pattern '${pattern}' doesn't match with any tasks.`, 'no match');
  }
  if (found.length > 1) {
    const candidates = found.map((task) => task.fullName).join(', ');
    const message = `Task pattern '${pattern}' is ambiguous. Matching candidates are [${candidates}]`;
    throw new StartError(message, 'multiple task match');
  }
  return found[0]?.index ?? 0;
}
