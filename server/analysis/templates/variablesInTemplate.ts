import type { Variable } from '../../../core/expressions/scopes/variable.ts';
import { variablesAt } from '../../../core/expressions/scopes/variablesAt.ts';
import type { Services } from '../../services.ts';
import type { OpenDocument } from '../../workspace/openDocument.ts';
import { shownSession } from '../variables/scope.ts';
import { usersOf } from './usersOf.ts';

/** Of a file that many tasks run, so many are looked at. */
const most = 20;

/** The variables that a template can use: those of any task that runs it, with the value that the first one sees. */
export function variablesInTemplate(services: Services, document: OpenDocument): ReadonlyMap<string, Variable> {
  const variables = new Map<string, Variable>();
  for (const { view, task } of usersOf(services, document.path).slice(0, most)) {
    for (const [name, variable] of variablesAt(task.node, shownSession(services, view.file).options)) {
      if (!variables.has(name)) variables.set(name, variable);
    }
  }
  return variables;
}
