import { nearest } from '../catalog/nearest.ts';
import { basename } from '../project/paths.ts';
import { text } from '../text/text.ts';
import type { Rule, RuleContext, RuleFinding } from './rule.ts';
import { literalText } from './support/literal.ts';
import { inScope, type OperatorTask, operatorTasks } from './support/task.ts';

export const requireTarget: Rule = {
  id: 'require-target',
  severity: 'error',
  summary: text('require> of a workflow that does not exist'),
  docs: text(
    'require> takes the name of a workflow: the file name without .dig, and only files at the top of the project are workflows. ' +
      'A file in a folder below can be run with call>.',
  ),
  *check(context) {
    for (const task of operatorTasks(context)) {
      if (task.operator.name === 'require' && !isElsewhere(task)) yield* checkTarget(task, context);
    }
  },
};

/** The workflow of another project. */
function isElsewhere({ node }: OperatorTask): boolean {
  return inScope(node, 'project_id') || inScope(node, 'project_name');
}

function* checkTarget({ use }: OperatorTask, { project }: RuleContext): Generator<RuleFinding> {
  const name = literalText(use.command);
  if (use.command === undefined || name === undefined || name === '') return;
  const names = project.workflows.map((path) => basename(path, '.dig'));
  if (names.includes(name)) return;
  const place = use.command.place;
  const stripped = name.replace(/\.dig$/, '');
  const meant = names.includes(stripped) ? stripped : nearest(stripped, names);
  const message =
    stripped === name
      ? text('There is no workflow {0} in this project.', name)
      : text('There is no workflow {0}: a workflow is named without .dig.', name);
  if (meant === undefined) yield { ...place, message };
  else {
    const fix = {
      title: text('Change to {0}', meant),
      edits: [{ ...place, newText: meant }],
      safe: meant === stripped,
    };
    yield { ...place, message, fixes: [fix] };
  }
}
