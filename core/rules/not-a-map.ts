import { text } from '../text/text.ts';
import type { Rule } from './rule.ts';
import { loadFindings, ruleOf } from './support/loadErrors.ts';

export const notAMap: Rule = {
  id: 'not-a-map',
  severity: 'error',
  refusedBy: 'loader',
  summary: text('A file that holds no map'),
  docs: text(
    'A workflow, and every file that it includes, is a map: lines of KEY: VALUE. Digdag refuses an empty file, a list or a string, and with it the ' +
      'whole project.',
  ),
  *check(context) {
    // a text that is broken otherwise is no map because of that
    if (context.file.errors.some((error) => ruleOf(error) !== 'not-a-map')) return;
    yield* loadFindings(context, 'not-a-map', ({ problem }) => ({
      message: text('{0}. Write at least one task, +name: with an operator below it.', problem),
    }));
  },
};
