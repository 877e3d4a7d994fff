import { text } from '../text/text.ts';
import type { Rule } from './rule.ts';
import { ownTexts, placeIn } from './support/expressions.ts';

export const unclosedExpression: Rule = {
  id: 'unclosed-expression',
  severity: 'warning',
  summary: text('${ without its }'),
  docs: text(
    'Digdag looks for the } that belongs to ${, counting all braces, also those inside strings and comments. Where there is none, the rest of ' +
      'the text stays as it is, with all further ${…} in it, and no error is told.',
  ),
  *check(context) {
    for (const evaluated of ownTexts(context)) {
      const { unclosed } = evaluated.scan;
      if (unclosed === undefined) continue;
      const name = /^\$\{[\w.]*/.exec(evaluated.text.slice(unclosed))?.[0] ?? '${';
      const { exact, ...place } = placeIn(context, evaluated, { start: unclosed, end: unclosed + name.length });
      const closed = { ...place, start: place.end, newText: '}' };
      const fixes = [{ title: text('Close it after {0}', name.slice(2)), edits: [closed], safe: false }];
      yield {
        ...place,
        message: text('This ${ is never closed: from here the text stays as it is.'),
        ...(name.length > 2 ? { severity: 'error' } : {}),
        ...(exact && name.length > 2 ? { fixes } : {}),
      };
    }
  },
};
