import { text } from '../text/text.ts';
import type { Rule } from './rule.ts';
import { loadFindings, wordsOf } from './support/loadErrors.ts';
import { adviceFor } from './support/yamlAdvice.ts';

export const yaml: Rule = {
  id: 'yaml',
  severity: 'error',
  refusedBy: 'loader',
  summary: text('A file that Digdag cannot read as YAML'),
  docs: text(
    'Digdag reads YAML 1.1 by the rules of SnakeYAML 1.23. A value with a colon and a space in it, or that begins with * & ! % @ ` { [ must be in ' +
      'quotes, ${…} is nothing special to YAML, and lines are indented with spaces, never with tabs. One such error stops the whole project.',
  ),
  *check(context) {
    yield* loadFindings(context, 'yaml', (error, source) => {
      const { message, fixes } = adviceFor(source, error, wordsOf(error));
      const begins = error.context;
      return {
        message,
        ...(fixes.length > 0 && error.path === context.path ? { fixes } : {}),
        ...(begins && begins.start >= 0 && begins.start < error.start
          ? {
              related: [
                { path: begins.path, start: begins.start, end: begins.start + 1, message: text('It begins here.') },
              ],
            }
          : {}),
      };
    });
  },
};
