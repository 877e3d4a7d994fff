import type { EvaluatedText } from '../expressions/uses.ts';
import { text } from '../text/text.ts';
import type { Rule } from './rule.ts';
import { ownTexts, placeIn } from './support/expressions.ts';

export const dollarAngle: Rule = {
  id: 'dollar-angle',
  severity: 'warning',
  summary: text('$<name> where ${name} is meant'),
  docs: text('Digdag evaluates ${…} only: $<name> stays in the text as it is. Write ${name}.'),
  *check(context) {
    for (const evaluated of ownTexts(context)) {
      for (const name of angleNames(evaluated)) {
        const { exact, ...place } = placeIn(context, evaluated, name);
        const written = evaluated.text.slice(name.start, name.end);
        const meant = `\${${written.slice(2, -1)}}`;
        const fixes = [{ title: text('Change to {0}', meant), edits: [{ ...place, newText: meant }], safe: false }];
        yield {
          ...place,
          message: text('Digdag prints {0} as it is. A variable is written {1}.', written, meant),
          ...(exact ? { fixes } : {}),
        };
      }
    }
  },
};

/** A name between the brackets, and nothing else: `$<file` and `$<(…)` of shells are left alone. Names inside of `${…}` are JavaScript. */
function* angleNames({ text: value, scan }: EvaluatedText): Generator<{ start: number; end: number }> {
  if (!value.includes('$<')) return;
  for (const part of scan.parts) {
    if (part.kind !== 'literal') continue;
    for (const match of value.slice(part.start, part.end).matchAll(/\$<[A-Za-z_][\w.]*>/g)) {
      const start = part.start + match.index;
      yield { start, end: start + match[0].length };
    }
  }
}
