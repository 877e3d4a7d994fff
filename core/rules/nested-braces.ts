import { text } from '../text/text.ts';
import type { Rule } from './rule.ts';
import { ownTexts, placeIn } from './support/expressions.ts';
import { shellVariableAt } from './support/shellVariables.ts';

export const nestedBraces: Rule = {
  id: 'nested-braces',
  severity: 'hint',
  summary: text('Braces inside of ${…}, which Java 8 cannot read'),
  docs: text(
    'On Java 11 and newer Digdag counts the braces inside of ${…}. On Java 8 the first } ends the expression, and the rest is printed as it ' +
      'stands. Where Digdag still runs on Java 8, write the expression without braces.',
  ),
  *check(context) {
    for (const evaluated of ownTexts(context)) {
      for (const part of evaluated.scan.parts) {
        if (part.kind !== 'expression' || !part.script.includes('{') || shellVariableAt(evaluated, part)) continue;
        const { exact: _, ...place } = placeIn(context, evaluated, part);
        yield { ...place, message: text('On Java 8 this expression ends at its first }.') };
      }
    }
  },
};
