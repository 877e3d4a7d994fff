import { nearest } from '../catalog/nearest.ts';
import { isDefinedAt } from '../expressions/scopes/definitions.ts';
import { basename } from '../project/paths.ts';
import { text } from '../text/text.ts';
import type { Fix, Place } from './finding.ts';
import type { Rule, RuleContext, RuleFinding } from './rule.ts';
import { lineBreak, linesOf } from './support/edits.ts';
import { elsewhere } from './support/elsewhere.ts';
import { namedFiles } from './support/files.ts';
import type { PythonFunction } from './support/pythonCallable.ts';
import { namesInModule } from './support/pythonCallable.ts';
import { callableOf, type NamedCallable } from './support/pythonTask.ts';
import { exportsOf, type OperatorTask } from './support/task.ts';
import { isAlwaysDefined, isScheduleVariable } from './support/variables.ts';

export const pythonCall: Rule = {
  id: 'python-call',
  severity: 'warning',
  summary: text('A Python function that the task cannot call'),
  docs: text(
    'Digdag calls the function of py> with the parameters that it names, taken from the keys of the task and all variables. A parameter ' +
      "without a default that is in neither fails the task: \"Method 'g' requires parameter 'x' but not set\".",
  ),
  *check(context) {
    for (const [task, file] of namedFiles(context)) {
      const named = task.operator.name === 'py' ? callableOf(file, context) : undefined;
      if (!named || named.callable === 'unknown') continue;
      if (named.callable === 'missing') yield missing(file.name, named, file.value.place, context);
      else for (const called of named.callable) yield* unset(called, named, task, context);
    }
  },
};

function missing(written: string, { path, source }: NamedCallable, place: Place, context: RuleContext): RuleFinding {
  const name = written.slice(written.lastIndexOf('.') + 1);
  const message = text('There is no {0} in {1}.', name, basename(path));
  const meant = nearest(name, namesInModule(source));
  const end = place.start + written.length;
  if (meant === undefined || context.text.slice(place.start, end) !== written) return { ...place, message };
  const edit = { path: place.path, start: end - name.length, end, newText: meant };
  return { ...place, message, fixes: [{ title: text('Change to {0}', meant), edits: [edit], safe: false }] };
}

/** What the function needs and nothing gives. */
function* unset(
  called: PythonFunction,
  { path }: NamedCallable,
  task: OperatorTask,
  context: RuleContext,
): Generator<RuleFinding> {
  const { node, use } = task;
  const lacking = called.required.filter((name) => !isGiven(name, task, context));
  if (lacking.length === 0) return;
  const { name, start, end } = called;
  const fixes = addKeys(lacking, task, context);
  yield {
    ...(use.command?.place ?? use.entry.keyPlace),
    message: text(
      "Method '{0}' requires parameter '{1}' but not set: add it to {2}.",
      name,
      lacking.join("', '"),
      node.name,
    ),
    related: [{ path, start, end, message: text('The function is here.') }],
    ...(fixes.length > 0 ? { fixes } : {}),
  };
}

function isGiven(name: string, { node }: OperatorTask, context: RuleContext): boolean {
  if (isAlwaysDefined(name) || isDefinedAt(name, node, context.outputs)) return true;
  if (isScheduleVariable(name) && context.config?.has('schedule')) return true;
  for (const { value } of exportsOf(node, 'py')) if (value.kind === 'map' && value.has(name)) return true;
  return elsewhere(context, node).find(name) !== undefined;
}

function addKeys(names: readonly string[], { use }: OperatorTask, context: RuleContext): Fix[] {
  const lines = linesOf(context, use.entry);
  if (!lines) return [];
  const ending = lineBreak(context);
  const head = context.text[lines.end - 1] === '\n' ? '' : ending;
  const newText = head + names.map((name) => `${lines.indent}${name}: ''${ending}`).join('');
  const edit = { path: context.path, start: lines.end, end: lines.end, newText };
  return [{ title: text('Add {0} to the task', names.join(', ')), edits: [edit], safe: false }];
}
