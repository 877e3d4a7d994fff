import { LocatedScalar } from '../project/located.ts';
import { text } from '../text/text.ts';
import { type TaskNode, walkTasks } from '../workflow/taskNode.ts';
import type { Rule, RuleContext } from './rule.ts';
import { ownTexts, placeIn } from './support/expressions.ts';
import { childrenOf } from './support/variables.ts';

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
        if (!part) continue;
        context.looksBeside(evaluated.task);
        const [last, ...others] = storersFor(context, evaluated.task, result).reverse();
        if (!last || others.length === 0) continue;
        const { exact: _, ...place } = placeIn(context, evaluated, part);
        const related = [last, ...others].map((task) => ({ ...task.place, message: text('It is stored here.') }));
        const message = text(
          'Several parallel tasks store {0}: this is the one of {1}, the last in the file.',
          result.name,
          last.fullName,
        );
        yield { ...place, related, message };
      }
    }
  },
};

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
function storersFor(context: RuleContext, reader: TaskNode, result: Result): TaskNode[] {
  for (let level = reader; level.parent; level = level.parent) {
    // siblings of one group that run side by side hand on nothing to each other
    if (isParallel(level.parent)) continue;
    const siblings = childrenOf(context, level.parent);
    const nearest = siblings.slice(0, siblings.indexOf(level)).findLast((sibling) => storesIn(sibling, result));
    if (nearest) return parallelIn(nearest, result);
  }
  return [];
}

function parallelIn(task: TaskNode, result: Result): TaskNode[] {
  const storing = task.children.filter((child) => child.body === null && storesIn(child, result));
  if (isParallel(task) && !task.children.some(({ config }) => config.has('_after'))) return storing;
  const last = storing[storing.length - 1];
  return task.kind === 'group' && last ? parallelIn(last, result) : [];
}

function storesIn(task: TaskNode, result: Result): boolean {
  return [...walkTasks(task)].some((node) => stores(node, result));
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
