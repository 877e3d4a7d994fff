import { text } from '../text/text.ts';
import type { Fix } from './finding.ts';
import type { Rule, RuleContext } from './rule.ts';
import { lineBreak, linesOf } from './support/edits.ts';
import { exportsOf, inScope, type OperatorTask, operatorTasks } from './support/task.ts';

export const shellBash: Rule = {
  id: 'shell-bash',
  severity: 'hint',
  summary: text('Syntax of bash in a script that /bin/sh runs'),
  docs: text(
    'sh> runs its script with /bin/sh, which on Debian and Ubuntu is dash: "[[: not found". Use [ … ], or set `shell: [/bin/bash]` on the task or ' +
      'under `_export: sh:`.',
  ),
  *check(context) {
    for (const task of operatorTasks(context)) {
      const { command, entry } = task.use;
      if (task.operator.name !== 'sh' || command?.kind !== 'scalar' || typeof command.value !== 'string') continue;
      const script = command.value;
      if (!/(?:^|[\s;&|(!])\[\[\s/.test(script) || /^#!|\bbash\b/.test(script) || hasShell(task)) continue;
      const fixes = chooseBash(task, context);
      yield {
        ...entry.keyPlace,
        message: text('[[ … ]] is bash, and /bin/sh runs this script: "[[: not found" where that is another shell.'),
        ...(fixes.length > 0 ? { fixes } : {}),
      };
    }
  },
};

function hasShell({ node }: OperatorTask): boolean {
  if (inScope(node, 'shell') || inScope(node, 'docker')) return true;
  return [...exportsOf(node, 'sh')].some(({ value }) => value.kind === 'map' && value.has('shell'));
}

function chooseBash({ use }: OperatorTask, context: RuleContext): Fix[] {
  const lines = linesOf(context, use.entry);
  if (!lines) return [];
  const edit = { path: context.path, start: lines.start, end: lines.start };
  const newText = `${lines.indent}shell: [/bin/bash]${lineBreak(context)}`;
  return [{ title: text('Add shell: [/bin/bash]'), edits: [{ ...edit, newText }], safe: false }];
}
