import { builtInCatalog } from '../catalog/catalog.ts';
import { namesOf } from '../expressions/names.ts';
import { originOf } from '../expressions/scopes/definitions.ts';
import { Outputs } from '../expressions/scopes/outputs.ts';
import { evaluatedTexts } from '../expressions/uses.ts';
import { lineBreak, linesOf } from '../rules/support/edits.ts';
import { text } from '../text/text.ts';
import { type TaskNode, walkTasks } from '../workflow/taskNode.ts';
import type { Refactor, RefactorContext, Refactoring } from './refactoring.ts';
import { orderOf, selectionIn, type WrittenTask } from './selection.ts';

/** Lets the tasks of a group run at the same time, or one after the other. */
export const parallel: Refactor = (context) => {
  const selection = selectionIn(context);
  const [group, ...others] = selection?.tasks ?? [];
  if (!group || others.length > 0 || group.kind !== 'group') return [];
  return orderOf(group) === 'parallel' ? inOrder(context, group) : atOnce(context, group);
};

function inOrder(context: RefactorContext, group: WrittenTask): Refactoring[] {
  const entry = group.config.entries.get('_parallel');
  const lines = entry && linesOf(context, entry);
  if (!lines || group.children.some(({ config }) => config.has('_after') || config.has('_background'))) return [];
  const { start, end } = lines;
  const edits = [{ path: context.path, start, end, newText: '' }];
  return [{ kind: 'rewrite', title: text('Run its tasks one after the other'), edits }];
}

function atOnce(context: RefactorContext, group: WrittenTask): Refactoring[] {
  const tasks = group.children.filter(({ body }) => body === null);
  const [first] = group.config.entries.values();
  const lines = first && linesOf(context, first);
  if (tasks.length < 2 || !lines || group.config.has('_parallel')) return [];
  if (tasks.some(({ config }) => config.has('_after') || config.has('_background')) || handsOn(tasks)) return [];
  const { path } = context;
  const newText = `${lines.indent}_parallel: true${lineBreak(context)}`;
  const edits = [{ path, start: lines.start, end: lines.start, newText }];
  return [{ kind: 'rewrite', title: text('Run its tasks in parallel: they no longer wait for each other'), edits }];
}

/** Whether a task may read what one before it stores; what code stores can have any name that nothing else defines. */
function handsOn(tasks: readonly TaskNode[]): boolean {
  const outputs = new Outputs();
  const stored = new Set<string>();
  let storesAnything = false;
  for (const task of tasks) {
    for (const { task: reader, key, scan } of evaluatedTexts([...walkTasks(task)])) {
      for (const part of scan.parts) {
        for (const { name } of part.kind === 'expression' ? namesOf(part.script) : []) {
          const isKnown = originOf(name, reader, outputs, key) !== undefined;
          if (stored.has(name) || (storesAnything && !isKnown && !isOfDigdag(name))) return true;
        }
      }
    }
    for (const name of outputs.of(task).keys()) stored.add(name);
    storesAnything ||= [...walkTasks(task)].some(mayStoreAnything);
  }
  return false;
}

/** Code, workflows in other files and operators that nobody knows. */
const storing = new Set(['call', 'http_call', 'param_get', 'param_set', 'py', 'rb', 'sh']);

function mayStoreAnything({ operators }: TaskNode): boolean {
  return operators.some(({ name }) => storing.has(name) || !builtInCatalog.operator(name));
}

function isOfDigdag(name: string): boolean {
  return builtInCatalog.variable(name)?.available === 'always' || name === 'moment';
}
