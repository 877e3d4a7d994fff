import { text } from '../text/text.ts';
import type { Rule } from './rule.ts';
import { placeIn } from './support/expressions.ts';
import { variableUses } from './support/variables.ts';

export const keyOrder: Rule = {
  id: 'key-order',
  severity: 'warning',
  summary: text('A key that is used above its line'),
  docs: text(
    'Digdag evaluates the keys of a task from top to bottom: ${…} sees the keys above it only. What stands below does not exist yet, and the task ' +
      'fails ("ReferenceError"), unless a parameter of the same name does. Write the key above.',
  ),
  *check(context) {
    for (const { name, defined, evaluated, part } of variableUses(context)) {
      const own = evaluated.task.config.entries.get(name);
      if (!own || own.key === evaluated.key || defined || evaluated.key === '_export' || evaluated.path.length > 0)
        continue;
      const { exact: _, ...place } = placeIn(context, evaluated, part);
      const related = [{ ...own.keyPlace, message: text('It is written here.') }];
      yield {
        ...place,
        related,
        message: text('{0} stands below: Digdag evaluates the keys from top to bottom.', name),
      };
    }
  },
};
