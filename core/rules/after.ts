import { toValue } from '../project/located.ts';
import { text } from '../text/text.ts';
import type { Problem } from '../workflow/problem.ts';
import type { TaskNode } from '../workflow/taskNode.ts';
import type { Fix } from './finding.ts';
import type { RuleContext } from './rule.ts';
import { lineBreak, linesOf, movedLines, replaceValue } from './support/edits.ts';
import { refusal } from './support/refusal.ts';

export const after = refusal({
  id: 'after',
  summary: text('An _after that Digdag cannot follow'),
  docs: text(
    '_after is a list of tasks that stand earlier in the same group, with their +: `_after: [+a, +b]`. The group must have `_parallel: true` ' +
      '(or a limit): without it every task waits for the one before anyway.',
  ),
  message(problem) {
    const { message } = problem;
    if (isNotParallel(problem)) return text('{0}: add it to the group, or remove _after.', message);
    if (problem.entry?.value.kind !== 'list') return text('{0}: write a list, [+name].', message);
    const names = earlier(problem.node).slice(-mostNames);
    if (names.length === 0) return text('{0}: no task stands before this one in its group.', message);
    return text('{0}: earlier in this group are {1}.', message, names.join(', '));
  },
  fixes(problem, context) {
    const { entry } = problem;
    if (isNotParallel(problem)) return makeParallel(problem, context);
    if (entry?.value.kind === 'scalar' && typeof entry.value.value === 'string') {
      const name = entry.value.value.replace(/^\+?/, '+');
      return earlier(problem.node).includes(name) ? replaceValue(context, entry, `[${name}]`, true) : [];
    }
    return [...addPlus(problem, context), ...moveAbove(problem, context)];
  },
});

/** A message names no more of the tasks that stand before. */
const mostNames = 5;

function isNotParallel({ message }: Problem): boolean {
  return message.startsWith('Setting');
}

function earlier(node: TaskNode | null): string[] {
  const siblings = node?.parent?.children.filter(({ body }) => body === null) ?? [];
  return siblings.slice(0, Math.max(0, node ? siblings.indexOf(node) : 0)).map(({ name }) => name);
}

/** `[a]` for `[+a]`. */
function addPlus({ node, start, end, path }: Problem, context: RuleContext): Fix[] {
  const name = `+${context.text.slice(start, end)}`;
  if (path !== context.path || !earlier(node).includes(name)) return [];
  return [{ title: text('Change to {0}', name), edits: [{ path, start, end, newText: name }], safe: true }];
}

/** A task that is named stands further down in the group: it goes above the one that waits for it. */
function moveAbove({ node, start, end, path }: Problem, context: RuleContext): Fix[] {
  const name = context.text.slice(start, end).replaceAll(/['"]/g, '');
  const siblings = node?.parent?.children.filter(({ body }) => body === null) ?? [];
  const named = siblings.find((sibling) => sibling.name === name && sibling !== node);
  if (path !== context.path || !node?.entry || !named?.entry || named.config.has('_after')) return [];
  const [own, moved] = [linesOf(context, node.entry), linesOf(context, named.entry)];
  if (!own || !moved || moved.start < own.end) return [];
  return [{ title: text('Move {0} above', name), edits: movedLines(context, moved, own.start), safe: false }];
}

/** Where all tasks that `_after` names stand before; a group that says `_parallel: false` means it. */
function makeParallel({ node, entry }: Problem, context: RuleContext): Fix[] {
  const names = entry?.value.kind === 'list' ? entry.value.items.map((item) => toValue(item)) : [];
  if (!names.every((name) => typeof name === 'string' && earlier(node).includes(name))) return [];
  const group = node?.parent;
  const first = group?.children[0]?.entry;
  const lines = first && linesOf(context, first);
  const written = group?.config.get('_parallel');
  // the group that a loop makes is written nowhere
  if (group?.entry === null && group.name.startsWith('^')) return [];
  if (!lines || (written && toValue(written) !== null)) return [];
  const newText = `${lines.indent}_parallel: true${lineBreak(context)}`;
  const edit = { path: context.path, start: lines.start, end: lines.start, newText };
  return [{ title: text('Add _parallel: true to the group'), edits: [edit], safe: false }];
}
