import { loadFile } from '../project/load.ts';
import { join } from '../project/paths.ts';
import { text } from '../text/text.ts';
import { readDefinition } from '../workflow/definition.ts';
import type { Rule, RuleContext } from './rule.ts';
import { literalText } from './support/literal.ts';
import { inScope, operatorTasks } from './support/task.ts';

export const requireTimezone: Rule = {
  id: 'require-timezone',
  severity: 'warning',
  summary: text('require> of a workflow with another time zone'),
  docs: text(
    'require> hands over the session time as an instant: midnight in UTC is 09:00 in a workflow of Asia/Tokyo, and its session_date may be another day. ' +
      'Give both workflows the same timezone.',
  ),
  *check(context) {
    const own = context.workflow?.timezone;
    if (own === undefined || context.role !== 'workflow') return;
    for (const { node, use, operator } of operatorTasks(context)) {
      if (
        operator.name !== 'require' ||
        inScope(node, 'project_id') ||
        inScope(node, 'project_name') ||
        inScope(node, 'session_time')
      )
        continue;
      const name = literalText(use.command);
      const other = name === undefined ? undefined : timezoneOf(name, context);
      if (!use.command || name === undefined || other === undefined || other === own) continue;
      yield {
        ...use.command.place,
        message: text(
          '{0} has the time zone {1}, this workflow {2}: both see the same instant, but maybe not the same day.',
          name,
          other,
          own,
        ),
      };
    }
  },
};

function timezoneOf(name: string, { fs, project }: RuleContext): string | undefined {
  const path = join(project.directory, `${name}.dig`);
  const config = project.workflows.includes(path) ? loadFile(fs, path)?.config : undefined;
  return config && readDefinition(name, config).timezone;
}
