import { text } from '../text/text.ts';
import type { Rule } from './rule.ts';
import { ownTexts, placeIn } from './support/expressions.ts';

/** The moment itself, or chance: another value each time. */
const changing = /\bmoment(?:\.utc)?\(\s*\)|\bnew\s+Date\b(?!\s*\(\s*[^\s)])|\bDate\.now\(|\bMath\.random\(/;

export const nowInExport: Rule = {
  id: 'now-in-export',
  severity: 'information',
  summary: text('An exported value that is another at each use'),
  docs: text(
    'Digdag evaluates an exported ${…} anew for each task that uses it, so that ${moment().unix()} is another time in each. For one value in a ' +
      'whole session use session_time, or store the value once with py> or rb>.',
  ),
  *check(context) {
    for (const evaluated of ownTexts(context)) {
      if (evaluated.key !== '_export') continue;
      for (const part of evaluated.scan.parts) {
        if (part.kind !== 'expression' || !changing.test(part.script)) continue;
        const { exact: _, ...place } = placeIn(context, evaluated, part);
        yield { ...place, message: text('Digdag evaluates this anew at each use: every task gets another value.') };
      }
    }
  },
};
