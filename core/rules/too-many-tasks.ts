import { toValue } from '../project/located.ts';
import { text } from '../text/text.ts';
import { asInt } from '../value/typed.ts';
import { type TaskNode, walkTasks } from '../workflow/taskNode.ts';
import type { Place } from './finding.ts';
import type { PlacedTask, Rule } from './rule.ts';

/** Limits.java: tasks of one attempt, generated ones included. */
const limit = 1000;
/** So many are near it. */
const near = 950;

export const tooManyTasks: Rule = {
  id: 'too-many-tasks',
  severity: 'warning',
  aboutFile: true,
  summary: text('More tasks than an attempt may have'),
  docs: text(
    'An attempt has at most 1000 tasks, those that loops make included, unless the server allows more: "Too many tasks". ' +
      'Counted here is what the file itself tells; run a part of it with require>, which starts an attempt of its own.',
  ),
  *check({ root, topLevel, role, ofTask }) {
    if (!root || role !== 'workflow') return;
    const total = topLevel.reduce((sum, { task }) => sum + ofTask(task, countAtTop), 1);
    if (total < near) return;
    const repeating = (least: number) => {
      const placed = topLevel.find(({ task }) => ofTask(task, mostRepetitions) >= least);
      return placed && repeatingIn(placed, least);
    };
    const largest = repeating(near / 2 + 1) ?? repeating(2);
    const { path, start, end } = largest ?? root.place;
    yield {
      path,
      start,
      end,
      message:
        total > limit
          ? text('This workflow makes at least {0} tasks, and Digdag allows {1}.', total, limit)
          : text('This workflow makes at least {0} tasks: it is near the {1} that Digdag allows.', total, limit),
    };
  },
};

/** Where the first operator stands that repeats what it holds so often. */
function repeatingIn({ task, shift }: PlacedTask, least: number): Place | undefined {
  for (const node of walkTasks(task)) {
    if (repetitions(node) < least) continue;
    const { path, start, end } = node.operators[0]?.entry.keyPlace ?? node.place;
    return { path, start: start + shift, end: end + shift };
  }
  return undefined;
}

/** The most that an operator in the task repeats what it holds. */
function mostRepetitions(task: TaskNode): number {
  return [...walkTasks(task)].reduce((most, node) => Math.max(most, repetitions(node)), 0);
}

/** What a task at the top adds to the file's. */
function countAtTop(task: TaskNode): number {
  return countOf(task, 1);
}

/** What a part of a task adds to it. */
function countOf(child: TaskNode, times: number): number {
  if (child.body === '_do') return times === 0 ? 0 : 1 + times * count(child);
  return child.body === null ? count(child) : 0;
}

/** The task, what stands in it, and what it makes when it runs. Handlers (`_error`, `_check`) may never run. */
function count(node: TaskNode): number {
  const times = repetitions(node);
  return node.children.reduce((sum, child) => sum + countOf(child, times), 1);
}

/** How often the operator makes its `_do`, as far as the text tells; 1 where it does not. */
function repetitions(node: TaskNode): number {
  const use = node.operators[0];
  const command = use?.command;
  if (use?.name === 'loop') return Math.max(0, (command?.kind === 'scalar' ? asInt(toValue(command)) : undefined) ?? 1);
  if (use?.name !== 'for_each' || command?.kind !== 'map') return 1;
  return [...command.entries.values()].reduce(
    (product, { value }) => product * (value.kind === 'list' ? value.items.length : 1),
    1,
  );
}
