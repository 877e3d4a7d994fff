import type { Part } from '../expressions/scan.ts';
import { scriptVariables } from '../expressions/scopes/scriptVariables.ts';
import type { EvaluatedText } from '../expressions/uses.ts';
import { LocatedScalar } from '../project/located.ts';
import { text } from '../text/text.ts';
import { type TaskNode, walkTasks } from '../workflow/taskNode.ts';
import type { Rule, RuleContext, RuleFinding } from './rule.ts';
import { ownTexts, placeIn } from './support/expressions.ts';
import { filesOf } from './support/files.ts';
import { callableOf } from './support/pythonTask.ts';
import { operatorTasksIn } from './support/task.ts';
import { childrenOf, variableUses } from './support/variables.ts';

export const parallelStore: Rule = {
  id: 'parallel-store',
  severity: 'warning',
  summary: text('A result that several parallel tasks store'),
  docs: text(
    'Where parallel tasks store the same variable, Digdag takes the value of the one that is last in the file, whichever ends last; the other values are ' +
      'lost. Read each result right below its task, or run the tasks one after the other.',
  ),
  *check(context) {
    for (const evaluated of ownTexts(context)) {
      for (const result of results) {
        const part = evaluated.scan.parts.find((of) => of.kind === 'expression' && result.pattern.test(of.script));
        if (part) yield* lost(context, evaluated, part, result.name, (task) => stores(task, result));
      }
    }
    if (!context.topLevel.some(({ task }) => context.ofTask(task, holdsParallelCode))) return;
    for (const { name, defined, evaluated, part } of variableUses(context)) {
      if (!defined) yield* lost(context, evaluated, part, name, (task) => storedByCode(task, context).has(name));
    }
  },
};

type Stores = (task: TaskNode) => boolean;

function* lost(
  context: RuleContext,
  evaluated: EvaluatedText,
  part: Part,
  name: string,
  stores: Stores,
): Generator<RuleFinding> {
  context.looksBeside(evaluated.task);
  const [last, ...others] = storersFor(context, evaluated.task, stores).reverse();
  if (!last || others.length === 0) return;
  const { exact: _, ...place } = placeIn(context, evaluated, part);
  const related = [last, ...others].map((task) => ({ ...task.place, message: text('It is stored here.') }));
  const message = text(
    'Several parallel tasks store {0}: this is the one of {1}, the last in the file.',
    name,
    last.fullName,
  );
  yield { ...place, related, message };
}

/** A group of tasks that run side by side, more than one of them with Python. */
function holdsParallelCode(task: TaskNode): boolean {
  return [...walkTasks(task)].some((node) => isParallel(node) && node.children.filter(holdsCode).length > 1);
}

function holdsCode(task: TaskNode): boolean {
  return [...walkTasks(task)].some(({ operators }) => operators[0]?.name === 'py');
}

/** What the function of a `py>` task itself stores; what it calls is not looked into. */
function storedByCode(node: TaskNode, context: RuleContext): ReadonlySet<string> {
  const known = context.once(storedByTask);
  let names = known.get(node);
  if (!names) {
    names = new Set(namesStored(node, context));
    known.set(node, names);
  }
  return names;
}

function storedByTask(): Map<TaskNode, ReadonlySet<string>> {
  return new Map();
}

function* namesStored(node: TaskNode, context: RuleContext): Generator<string> {
  for (const task of operatorTasksIn([node])) {
    if (task.operator.name !== 'py') continue;
    for (const file of filesOf(task, context)) {
      const named = callableOf(file, context);
      if (!named || typeof named.callable === 'string') continue;
      for (const { name, start } of scriptVariables(named.source, 'python').stores) {
        if (named.callable.some((called) => called.start <= start && start < called.bodyEnd)) yield name;
      }
    }
  }
}

/** A variable that an operator stores where an option asks for it. */
interface Result {
  readonly name: string;
  readonly pattern: RegExp;
  readonly operator: string;
  readonly option: string;
}

const results: readonly Result[] = [
  { name: 'td.last_results', pattern: /\btd\.last_results\b/, operator: 'td', option: 'store_last_results' },
  { name: 'http.last_content', pattern: /\bhttp\.last_content\b/, operator: 'http', option: 'store_content' },
];

/** The parallel tasks of which the reader gets the result of one, in file order; empty where only one comes into question. */
function storersFor(context: RuleContext, reader: TaskNode, stores: Stores): TaskNode[] {
  for (let level = reader; level.parent; level = level.parent) {
    // siblings of one group that run side by side hand on nothing to each other
    if (isParallel(level.parent)) continue;
    const siblings = childrenOf(context, level.parent);
    const nearest = siblings.slice(0, siblings.indexOf(level)).findLast((sibling) => storesIn(sibling, stores));
    if (nearest) return parallelIn(nearest, stores);
  }
  return [];
}

function parallelIn(task: TaskNode, stores: Stores): TaskNode[] {
  const storing = task.children.filter((child) => child.body === null && storesIn(child, stores));
  if (isParallel(task) && !task.children.some(({ config }) => config.has('_after'))) return storing;
  const last = storing[storing.length - 1];
  return task.kind === 'group' && last ? parallelIn(last, stores) : [];
}

function storesIn(task: TaskNode, stores: Stores): boolean {
  return [...walkTasks(task)].some(stores);
}

function stores({ kind, operators, config }: TaskNode, { operator, option }: Result): boolean {
  const value = config.get(option);
  const isOn = value instanceof LocatedScalar && value.value !== false && value.value !== 'false';
  return kind === 'operator' && isOn && operators.some(({ name }) => name === operator);
}

/** A group whose tasks run side by side. */
function isParallel({ kind, config }: TaskNode): boolean {
  const value = config.get('_parallel');
  return (
    kind === 'group' &&
    value !== undefined &&
    (value.kind === 'map' || (value.kind === 'scalar' && String(value.value) === 'true'))
  );
}
