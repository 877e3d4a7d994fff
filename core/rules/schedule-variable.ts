import { text } from '../text/text.ts';
import type { Rule } from './rule.ts';
import { placeIn } from './support/expressions.ts';
import { isScheduleVariable, variableUses } from './support/variables.ts';

export const scheduleVariable: Rule = {
  id: 'schedule-variable',
  severity: 'warning',
  summary: text('last_session_… or next_session_… without a schedule'),
  docs: text(
    'Digdag knows the sessions before and after only where the workflow has a schedule; without one the task fails ("ReferenceError"). ' +
      'moment(session_time).subtract(1, "days") works everywhere.',
  ),
  *check(context) {
    const { role, config, project, path } = context;
    if (role !== 'workflow' || config?.has('schedule') || project.reached.called.has(path)) return;
    for (const { name, defined, evaluated, part } of variableUses(context)) {
      if (!isScheduleVariable(name) || defined) continue;
      const { exact: _, ...place } = placeIn(context, evaluated, part);
      yield { ...place, message: text('{0} exists only in workflows with a schedule.', name) };
    }
  },
};
