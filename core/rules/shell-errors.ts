import type { LocatedScalar } from '../project/located.ts';
import { text } from '../text/text.ts';
import type { Fix } from './finding.ts';
import type { Rule, RuleContext } from './rule.ts';
import { lineBreak } from './support/edits.ts';
import { cannotFail, commandLines, stopsAtErrors } from './support/shellScript.ts';
import { inScope, operatorTasks } from './support/task.ts';

export const shellErrors: Rule = {
  id: 'shell-errors',
  severity: 'hint',
  summary: text('A shell script of which only the last command can fail the task'),
  docs: text(
    'sh> succeeds or fails with the last command of its script: `false` and below it `echo ok` succeed. Begin the script with `set -e`, and the ' +
      'first command that fails ends it.',
  ),
  *check(context) {
    for (const { node, use, operator } of operatorTasks(context)) {
      const { command } = use;
      if (operator.name !== 'sh' || command?.kind !== 'scalar' || command.path !== context.path) continue;
      const script = command.value;
      if (typeof script !== 'string' || !script.includes('\n') || stopsAtErrors(script) || inScope(node, 'shell'))
        continue;
      const commands = commandLines(script);
      if (commands.length < 2 || commands.slice(0, -1).every(cannotFail)) continue;
      const fixes = begin(command, context);
      yield {
        ...use.entry.keyPlace,
        message: text('Only the last command decides whether the task fails: begin the script with set -e.'),
        ...(fixes.length > 0 ? { fixes } : {}),
      };
    }
  },
};

/** A line `set -e` in front of a script that is written line by line. */
function begin({ node, start, path }: LocatedScalar, context: RuleContext): Fix[] {
  if (node?.kind !== 'scalar' || node.style !== 'literal') return [];
  const lines = /^[^\n]*\n((?:[ \t]*\r?\n)*)([ ]+)/.exec(context.text.slice(start));
  if (!lines) return [];
  const at = start + lines[0].length - (lines[2]?.length ?? 0);
  const newText = `${lines[2]}set -e${lineBreak(context)}`;
  return [{ title: text('Begin with set -e'), edits: [{ path, start: at, end: at, newText }], safe: false }];
}
