import type { LocatedEntry } from '../project/located.ts';
import { text } from '../text/text.ts';
import type { TaskNode } from '../workflow/taskNode.ts';
import type { Rule } from './rule.ts';

export const nullExport: Rule = {
  id: 'null-export',
  severity: 'warning',
  summary: text('An exported variable without a value above a sh> task'),
  docs: text(
    'sh> hands every variable to the shell, and fails on one that is null: "Parameter \'x\' is required but null". ' +
      'Write an empty string ("") instead, or leave the variable out.',
  ),
  *check({ tasks }) {
    for (const node of tasks) {
      const exported = node.config.get('_export');
      if (exported?.kind !== 'map') continue;
      for (const entry of exported.entries.values()) {
        if (entry.value.kind !== 'scalar' || entry.value.value !== null) continue;
        const shell = findShell(node, entry.key);
        if (shell) yield report(entry, shell);
      }
    }
  },
};

/** A sh> task that sees the null: nothing on the way down to it gives the variable a value. */
function findShell(node: TaskNode, key: string): TaskNode | undefined {
  if (node.kind === 'operator' && node.operators[0]?.name === 'sh' && !node.config.has(key)) return node;
  for (const child of node.children) {
    const exported = child.config.get('_export');
    const replaced = exported?.kind === 'map' && exported.has(key);
    const found = replaced ? undefined : findShell(child, key);
    if (found) return found;
  }
  return undefined;
}

function report({ key, keyPlace, value }: LocatedEntry, shell: TaskNode) {
  const place = shell.operators[0]?.entry.keyPlace ?? shell.place;
  return {
    ...keyPlace,
    message: text('{0} is null, and that makes sh> fail: write "" for an empty string.', key),
    related: [{ ...place, message: text('This sh> task fails') }],
    fixes: [
      {
        title: text('Write an empty string'),
        edits: [
          {
            path: keyPlace.path,
            start: value.start,
            end: value.end,
            newText: value.start === value.end ? ' ""' : '""',
          },
        ],
        safe: false,
      },
    ],
  };
}
