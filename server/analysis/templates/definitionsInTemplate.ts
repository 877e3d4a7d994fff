import { Outputs } from '../../../core/expressions/scopes/outputs.ts';
import type { Place } from '../../../core/rules/finding.ts';
import type { Services } from '../../services.ts';
import type { OpenDocument } from '../../workspace/openDocument.ts';
import { expressionAt } from '../position/expressionAt.ts';
import { nameAt } from '../position/nameAt.ts';
import { OriginsIn } from '../variables/originsIn.ts';
import { usersOf } from './usersOf.ts';

/** Where the variable at an offset of a template is defined, for each task that runs it; each place once. */
export function definitionsInTemplate(services: Services, document: OpenDocument, offset: number): Place[] {
  const expression = expressionAt(document.text, offset);
  if (expression?.kind !== 'template') return [];
  const name = nameAt(expression, offset);
  if (name === undefined) return [];
  const outputs = new Outputs();
  const places = new Map<string, Place>();
  for (const { view, task } of usersOf(services, document.path)) {
    const place = new OriginsIn(services.files, view, outputs).of(name, task.node)?.place;
    if (place) places.set(`${place.start} ${place.path}`, place);
  }
  return [...places.values()];
}
