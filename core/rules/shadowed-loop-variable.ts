import { text } from '../text/text.ts';
import type { TaskNode } from '../workflow/taskNode.ts';
import type { Rule } from './rule.ts';
import { operatorTasks } from './support/task.ts';

export const shadowedLoopVariable: Rule = {
  id: 'shadowed-loop-variable',
  severity: 'warning',
  summary: text('A loop inside a loop with the same variable'),
  docs: text(
    'Every loop> counts in ${i}: inside the inner loop the count of the outer one cannot be seen. ' +
      'Keep it under another name: `_export: {outer_i: ${i}}` on the group between them; or use for_each> or for_range>.',
  ),
  *check(context) {
    const { text: source, path } = context;
    for (const { node, use, operator } of operatorTasks(context)) {
      const body = node.config.get('_do');
      if (operator.name !== 'loop' || body?.path !== path || !isInLoop(node)) continue;
      if (!usesCount(source.slice(body.start, body.end))) continue;
      yield { ...use.entry.keyPlace, message: text('This loop hides ${i} of the loop around it.') };
    }
  },
};

function usesCount(source: string): boolean {
  return /\$\{[^}]*\bi\b|\$i\b/.test(source);
}

/** In `_do` of another loop, and nothing between keeps its count under another name. */
function isInLoop(node: TaskNode): boolean {
  for (let at = node; at.parent; at = at.parent) {
    if (keepsCount(at)) return false;
    if (at.body === '_do' && at.parent.operators[0]?.name === 'loop') return true;
  }
  return false;
}

function keepsCount(node: TaskNode): boolean {
  const exported = node.config.get('_export');
  if (exported?.kind !== 'map') return false;
  return [...exported.entries.values()].some(
    ({ value }) => value.kind === 'scalar' && typeof value.value === 'string' && usesCount(value.value),
  );
}
