import { isPlainName } from '../expressions/plainNames.ts';
import { scan } from '../expressions/scan.ts';
import type { Definition } from '../expressions/scopes/variable.ts';
import type { EvaluatedText } from '../expressions/uses.ts';
import { text } from '../text/text.ts';
import type { Fix } from './finding.ts';
import type { Rule } from './rule.ts';
import { placeIn } from './support/expressions.ts';
import { variableUses } from './support/variables.ts';

export const nestedReference: Rule = {
  id: 'nested-reference',
  severity: 'warning',
  summary: text('A computed variable inside a map'),
  docs: text(
    'Inside a map Digdag knows the other parameters only as they are written: ${now} gives the text of its expression, not its value, and that ' +
      'is what the operator gets. Write the expression itself there, or put the value outside of the map.',
  ),
  *check(context) {
    for (const { name, defined, scope, evaluated, part } of variableUses(context)) {
      if (!defined || !isInMap(evaluated)) continue;
      const definition = scope().get(name);
      const expression = definition && computedText(definition);
      if (expression === undefined || isOwnKey(name, evaluated)) continue;
      const { exact, ...place } = placeIn(context, evaluated, part);
      const fix: Fix = {
        title: text('Write {0} here', expression),
        edits: [{ ...place, newText: expression }],
        safe: false,
      };
      yield {
        ...place,
        message: text('Inside a map this gives {0} as it is written, not its value.', expression),
        ...(exact && isPlainName(part.script) && !/["'\n]/.test(expression) ? { fixes: [fix] } : {}),
      };
    }
  },
};

/** Deeper than a value of the task or of its `_export`. */
function isInMap({ key, path }: EvaluatedText): boolean {
  return path.slice(key === '_export' ? 1 : 0).some((step) => typeof step === 'string');
}

/** The text of a variable that holds an expression. */
function computedText({ value, origin }: Definition): string | undefined {
  if (typeof value !== 'string' || origin.kind !== 'export') return undefined;
  return scan(value).parts.some((part) => part.kind === 'expression') ? value : undefined;
}

/** A key of a map around the text has the name: it is evaluated first, if it stands above. The map of `_export` itself is none of these. */
function isOwnKey(name: string, { task, key, path }: EvaluatedText): boolean {
  let at = task.config.get(key);
  for (const [depth, step] of path.entries()) {
    const outermost = key === '_export' && depth === 0;
    if (at?.kind === 'map' && !outermost && at.has(name) && step !== name) return true;
    at = at?.kind === 'map' ? at.get(String(step)) : at?.kind === 'list' ? at.items[Number(step)] : undefined;
  }
  return false;
}
