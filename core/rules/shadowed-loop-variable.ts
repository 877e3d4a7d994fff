import { text } from '../text/text.ts';
import type { OperatorUse, TaskNode } from '../workflow/taskNode.ts';
import type { Fix } from './finding.ts';
import type { Rule } from './rule.ts';
import { operatorTasks } from './support/task.ts';

export const shadowedLoopVariable: Rule = {
  id: 'shadowed-loop-variable',
  severity: 'warning',
  summary: text('A loop inside a loop with the same variable'),
  docs: text(
    'Every loop> counts in ${i}: inside the inner loop the count of the outer one cannot be seen. ' +
      'Count one of them with for_each> or for_range>, whose variables have other names. (`_export: {outer_i: ${i}}` does not keep it: an exported ' +
      '${i} is evaluated where it is used, and is the inner count there.)',
  ),
  *check(context) {
    const { text: source, path } = context;
    for (const { node, use, operator } of operatorTasks(context)) {
      const body = node.config.get('_do');
      if (operator.name !== 'loop' || body?.path !== path || !isInLoop(node)) continue;
      if (!usesCount(source.slice(body.start, body.end))) continue;
      const fixes = countOtherwise(use);
      yield {
        ...use.entry.keyPlace,
        message: text('This loop hides ${i} of the loop around it.'),
        ...(fixes.length > 0 ? { fixes } : {}),
      };
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

/** A loop over one value, `for_each>: {outer: ["${i}"]}`. */
function keepsCount({ operators }: TaskNode): boolean {
  const [use] = operators;
  if (use?.name !== 'for_each' || use.command?.kind !== 'map') return false;
  const values = [...use.command.entries.values()].flatMap(({ value }) =>
    value.kind === 'list' ? value.items : value,
  );
  return values.some((value) => value.kind === 'scalar' && typeof value.value === 'string' && usesCount(value.value));
}

/** More values than one wants to see written out. */
const mostValues = 20;

/** `for_each>: {j: [0, 1]}` for `loop>: 2`. */
function countOtherwise({ entry, command }: OperatorUse): Fix[] {
  const times = command?.kind === 'scalar' && command.path === entry.path ? Number(command.value) : Number.NaN;
  if (!command || entry.key !== 'loop>' || !(times >= 1 && times <= mostValues)) return [];
  const newText = `for_each>: {j: [${Array.from({ length: times }, (_, count) => count).join(', ')}]}`;
  const edit = { path: entry.path, start: entry.keyStart, end: command.end, newText };
  return [{ title: text('Change to {0}', newText), edits: [edit], safe: false }];
}
