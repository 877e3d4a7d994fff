import { text } from '../text/text.ts';
import type { Fix, Place } from './finding.ts';
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
      const { exact, ...place } = placeIn(context, evaluated, part);
      const fix = exact && part.script.trim() === name ? withoutSchedule(name, place) : undefined;
      const message = text('{0} exists only in workflows with a schedule.', name);
      yield { ...place, message, ...(fix ? { fixes: [fix] } : {}) };
    }
  },
};

const formats: Readonly<Record<string, string>> = {
  date: "format('YYYY-MM-DD')",
  date_compact: "format('YYYYMMDD')",
  local_time: "format('YYYY-MM-DD HH:mm:ss')",
  time: 'format()',
  tz_offset: "format('ZZ')",
  unixtime: 'unix()',
};

/** The same for sessions that are a day apart, from the session's own time. */
function withoutSchedule(name: string, place: Place): Fix | undefined {
  const [, which, field = ''] = /^(last|next)_session_(\w+)$/.exec(name) ?? [];
  const format = formats[field];
  if (which === undefined || format === undefined) return undefined;
  const newText = `\${moment(session_time).${which === 'last' ? 'subtract' : 'add'}(1, 'days').${format}}`;
  return { title: text('Change to {0}', newText), edits: [{ ...place, newText }], safe: false };
}
