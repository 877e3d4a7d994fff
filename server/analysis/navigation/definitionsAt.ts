import type { CheckedFile } from '../../../core/check.ts';
import type { Place } from '../../../core/rules/finding.ts';
import type { TaskNode } from '../../../core/workflow/taskNode.ts';
import type { Services } from '../../services.ts';
import type { OpenDocument } from '../../workspace/openDocument.ts';
import { expressionAt } from '../position/expressionAt.ts';
import { nameAt } from '../position/nameAt.ts';
import { keyInTask, type Spot, spotAt } from '../position/spot.ts';
import { taskAt } from '../position/taskAt.ts';
import { anchorAt } from '../symbols/anchors.ts';
import { originsIn } from '../symbols/usesInView.ts';
import { isOfDigdag } from '../symbols/variables.ts';
import { viewOf } from '../symbols/view.ts';
import { shownSession, variablesOf } from '../variables/scope.ts';
import { fileLinks } from './fileLinks.ts';

/** Where the variable, alias, task or file at an offset is defined. */
export function definitionsAt(services: Services, document: OpenDocument, offset: number): Place[] {
  const checked = services.checked(document);
  const spot = spotAt(checked.file.document.root, offset);
  if (!spot) return [];
  const variable = variableOrigin(services, checked, spot, offset);
  if (variable) return [variable];
  if (spot.node.kind === 'alias') {
    const anchor = anchorAt(viewOf(checked), offset)?.anchor;
    return anchor ? [anchor.place] : [];
  }
  const sibling = siblingNamed(taskAt(checked, offset), spot);
  if (sibling) return [sibling.place];
  if (document.detached) return [];
  const links = [...fileLinks(services.files, checked, (path) => services.sourceOf(path))].filter(
    ({ place }) => place.start <= offset && offset <= place.end,
  );
  return [...new Set(links.map(({ target }) => target))].map((path) => ({ path, start: 0, end: 0 }));
}

/** The definition that wins, in the file or in another of the project: a caller, code that stores. */
function variableOrigin(services: Services, checked: CheckedFile, spot: Spot, offset: number): Place | undefined {
  const { start, end, kind } = spot.node;
  const expression = kind === 'scalar' ? expressionAt(checked.file.text.slice(start, end), offset - start) : undefined;
  const name = expression && nameAt(expression, offset - start);
  const task = name === undefined ? undefined : taskAt(checked, offset);
  if (name === undefined || !task) return undefined;
  const session = shownSession(services, checked.file);
  const variable = variablesOf(task, session, keyInTask(spot)).get(name);
  if (variable || isOfDigdag(name)) return variable?.origin.place;
  return originsIn(services, viewOf(checked)).elsewhere(name, task)?.place;
}

function siblingNamed(task: TaskNode | undefined, { steps, node, on }: Spot): TaskNode | undefined {
  if (on !== 'value' || node.kind !== 'scalar' || steps.at(-1)?.key !== '_after') return undefined;
  return task?.parent?.children.find(({ name }) => name === node.text);
}
