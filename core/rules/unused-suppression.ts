import { text } from '../text/text.ts';
import type { Rule } from './rule.ts';

export const unusedSuppression: Rule = {
  id: 'unused-suppression',
  severity: 'warning',
  summary: text('A comment that switches off what is not there'),
  docs: text(
    '`# digkit-disable-next-line RULE` and `# digkit-disable-file RULE` take findings away. One that takes none away is left over from a mistake ' +
      'that was mended, or names the rule wrongly: remove it.',
  ),
  // suppressions.ts finds it, when all other findings are known
  check: () => [],
};
