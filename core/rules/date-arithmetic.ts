import { text } from '../text/text.ts';
import type { Fix } from './finding.ts';
import type { Rule } from './rule.ts';
import { ownTexts, placeIn } from './support/expressions.ts';

export const dateArithmetic: Rule = {
  id: 'date-arithmetic',
  severity: 'warning',
  summary: text('Arithmetic with times that are strings or seconds'),
  docs: text(
    'moment(…) takes a number as milliseconds, while session_unixtime counts seconds: moment.unix(session_unixtime) is meant. session_date and ' +
      'session_time are strings: subtracting from them gives null. moment.tz does not exist; the zone of ${…} is the timezone of the workflow.',
  ),
  *check(context) {
    for (const evaluated of ownTexts(context)) {
      for (const part of evaluated.scan.parts) {
        if (part.kind !== 'expression' || !/session_|moment/.test(part.script)) continue;
        const found = slips.find(({ pattern }) => pattern.test(part.script));
        if (!found) continue;
        const { exact, ...place } = placeIn(context, evaluated, part);
        const fixed = `\${${part.script.replace(found.pattern, found.fix)}}`;
        const fix: Fix = { title: text('Change to {0}', fixed), edits: [{ ...place, newText: fixed }], safe: false };
        yield { ...place, message: found.message, ...(exact && found.fix !== '$&' ? { fixes: [fix] } : {}) };
      }
    }
  },
};

const slips = [
  {
    pattern: /\bmoment\(\s*((?:last_|next_|last_executed_)?session_unixtime)\s*\)/,
    fix: 'moment.unix($1)',
    message: text('moment(…) takes milliseconds: seconds give a day in January 1970. Use moment.unix(…).'),
  },
  {
    pattern: /(?<![\w.])((?:last_|next_|last_executed_)?session_(?:date|time))\s*-\s*(\d+)(?!\s*\*)\b/,
    fix: "moment($1).subtract($2, 'days').format('YYYY-MM-DD')",
    message: text('This is a string: subtracting from it gives null. Use moment(…).subtract(…).'),
  },
  {
    pattern: /(?<![\w.])((?:last_|next_|last_executed_)?session_(?:date|time))\s*\+\s*(\d+)(?!\s*\*)\b/,
    fix: "moment($1).add($2, 'days').format('YYYY-MM-DD')",
    message: text('This is a string: adding a number only writes its digits behind it. Use moment(…).add(…).'),
  },
  {
    pattern: /\bmoment\.tz\b|\bmoment\([^()]*\)\.tz\(/,
    fix: '$&',
    message: text('Digdag has no moment.tz: the zone of ${…} is the timezone of the workflow.'),
  },
];
