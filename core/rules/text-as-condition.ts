import { scan } from '../expressions/scan.ts';
import { text } from '../text/text.ts';
import type { Fix } from './finding.ts';
import type { Rule } from './rule.ts';
import { placeIn, scriptsOf } from './support/expressions.ts';
import { variableUses } from './support/variables.ts';

export const textAsCondition: Rule = {
  id: 'text-as-condition',
  severity: 'warning',
  summary: text('A computed true or false that is used as a condition'),
  docs: text(
    'The value of ${…} is always a string: an exported ${a == b} is "true" or "false", and both of them count as true in &&, ||, ! and ?:. ' +
      "Compare the string: ${flag == 'true'}.",
  ),
  *check(context) {
    const scripts = scriptsOf(context);
    for (const { name, defined, scope, evaluated, part, start, end } of variableUses(context)) {
      if (!defined || !scripts.of(part.script).conditions.some((tested) => part.start + 2 + tested.offset === start))
        continue;
      const definition = scope().get(name);
      if (definition?.origin.kind !== 'export' || !isComparison(definition.value)) continue;
      const { exact, ...place } = placeIn(context, evaluated, part);
      const at = exact
        ? { ...place, start: place.start + start - part.start, end: place.start + end - part.start }
        : place;
      const meant = `(${name} == 'true')`;
      const fix: Fix = { title: text('Change to {0}', meant), edits: [{ ...at, newText: meant }], safe: false };
      yield {
        ...at,
        message: text('{0} is a string here, and even "false" counts as true.', name),
        ...(exact && !/'/.test(context.text.slice(evaluated.scalar.start, evaluated.scalar.start + 1))
          ? { fixes: [fix] }
          : {}),
      };
    }
  },
};

/** One expression, and nothing around it, that compares or negates. */
function isComparison(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  const [part, ...more] = scan(value).parts;
  return (
    part?.kind === 'expression' &&
    more.length === 0 &&
    /^\s*(?:![^=]|[^'"?]*(?:[=!]=|[^=]>|<)[^'"?]*(?:'[^']*'|"[^"]*")?\s*$)/.test(part.script)
  );
}
