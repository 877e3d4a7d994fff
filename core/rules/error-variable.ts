import { builtInCatalog } from '../catalog/catalog.ts';
import { originOf } from '../expressions/scopes/definitions.ts';
import { text } from '../text/text.ts';
import type { TaskNode } from '../workflow/taskNode.ts';
import type { Rule, RuleFinding } from './rule.ts';
import { elsewhere } from './support/elsewhere.ts';
import { ownTexts, placeIn } from './support/expressions.ts';
import { variableUses } from './support/variables.ts';

export const errorVariable: Rule = {
  id: 'error-variable',
  severity: 'information',
  summary: text('A variable in _error that may not be there yet'),
  docs: text(
    '_error runs when a task has failed, and what later tasks leave behind is not there then: a variable that only they store fails the handler. ' +
      'Of the failure itself ${error.message} and ${error.stacktrace} tell; the name of the failed task is not known.',
  ),
  *check(context) {
    if (!context.tasks.some(({ body }) => body === '_error')) return;
    yield* fieldsOfError(context);
    for (const { name, evaluated, part } of variableUses(context)) {
      const handler = handlerAround(evaluated.task);
      if (!handler?.parent) continue;
      context.looksBeside(evaluated.task);
      const origin = originOf(name, evaluated.task, context.outputs, evaluated.key);
      const from = origin ?? stored(elsewhere(context, evaluated.task).find(name));
      const failing = handler.parent;
      if (from?.kind !== 'output' && from?.kind !== 'store') continue;
      if (from.task === undefined || !isIn(from.task, failing.fullName) || isIn(from.task, handler.fullName)) continue;
      const { exact: _, ...place } = placeIn(context, evaluated, part);
      const related = from.place ? [{ ...from.place, message: text('It is stored here.') }] : [];
      yield {
        ...place,
        related,
        message: text('{0} comes from {1}, which may not have run when _error does.', name, from.task),
      };
    }
  },
};

const fields = new Set(
  builtInCatalog.variables().flatMap(({ name }) => (name.startsWith('error.') ? [name.slice('error.'.length)] : [])),
);

/** Other fields than those that Digdag fills are empty. */
function* fieldsOfError(context: Parameters<Rule['check']>[0]): Generator<RuleFinding> {
  for (const evaluated of ownTexts(context)) {
    if (!handlerAround(evaluated.task)) continue;
    for (const part of evaluated.scan.parts) {
      const field = part.kind === 'expression' ? /^\s*error\.(\w+)\s*$/.exec(part.script)?.[1] : undefined;
      if (field === undefined || fields.has(field)) continue;
      const { exact: _, ...place } = placeIn(context, evaluated, part);
      yield { ...place, message: text('error has no {0}: only message and stacktrace are filled.', field) };
    }
  }
}

function handlerAround(task: TaskNode): TaskNode | undefined {
  for (let at: TaskNode | null = task; at; at = at.parent) if (at.body === '_error') return at;
  return undefined;
}

function stored(found: ReturnType<ReturnType<typeof elsewhere>['find']>) {
  return found === 'maybe' ? undefined : found?.origin;
}

function isIn(task: string, around: string): boolean {
  return task === around || task.startsWith(`${around}+`) || task.startsWith(`${around}^`);
}
