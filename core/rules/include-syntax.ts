import type { LoadError } from '../project/loadError.ts';
import { text } from '../text/text.ts';
import type { Fix } from './finding.ts';
import type { Rule } from './rule.ts';
import { loadFindings } from './support/loadErrors.ts';

export const includeSyntax: Rule = {
  id: 'include-syntax',
  severity: 'error',
  refusedBy: 'loader',
  summary: text('A tag that Digdag does not know'),
  docs: text(
    "Digdag's only tag of its own is !include, and it needs a space before the colon: `!include : 'file.yml'`. Without the space the tag is named " +
      '`!include:`, which nobody knows. A value that begins with ! must be in quotes.',
  ),
  *check(context) {
    yield* loadFindings(context, 'include-syntax', (error, source) => {
      const fixes = error.path === context.path ? insertBlank(error, source) : [];
      const message = /!include/i.test(error.problem)
        ? text("{0}. Write a space before the colon: !include : 'file.yml'", error.problem)
        : text('{0}. A value that begins with ! must be in quotes.', error.problem);
      return fixes.length > 0 ? { message, fixes } : { message };
    });
  },
};

function insertBlank({ path, start }: LoadError, source: string): Fix[] {
  const line = source.slice(start).split('\n', 1)[0] ?? '';
  const written = /^!include(?=:)/i.exec(line)?.[0];
  if (written === undefined) return [];
  const edits = [{ path, start, end: start + written.length, newText: '!include ' }];
  return [{ title: text('Insert the space'), edits, safe: true }];
}
