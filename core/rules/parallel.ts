import { text } from '../text/text.ts';
import { booleanFixes } from './support/boolean.ts';
import { replaceValue } from './support/edits.ts';
import { refusal } from './support/refusal.ts';

export const parallel = refusal({
  id: 'parallel',
  summary: text('A _parallel of a form that Digdag refuses'),
  docs: text(
    '_parallel of a group is true, false or {limit: N}, where N tasks start together and the next N wait for all of them. Digdag does not evaluate ' +
      '${…} here; only on loop>, for_each>, for_range> and the like it does.',
  ),
  message: ({ message }) =>
    text('{0}. Write _parallel: true, or _parallel: {limit: N} for N tasks at a time.', message),
  fixes({ entry }, context) {
    const value = entry?.value.kind === 'scalar' ? entry.value.value : undefined;
    const count = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
    if (typeof count === 'number' && count > 0) return replaceValue(context, entry, `{limit: ${count}}`);
    return booleanFixes(context, entry);
  },
});
