import { text } from '../text/text.ts';
import type { Rule } from './rule.ts';
import { loadFindings } from './support/loadErrors.ts';

export const includeFile: Rule = {
  id: 'include-file',
  severity: 'error',
  summary: text('An !include of a file that is not there'),
  docs: text(
    'The path behind !include is relative to the file that includes and must stay below its folder. ${…} is not evaluated in it: for values that ' +
      'depend on the run use `digdag run -P file.yml`, or call>. A missing file stops the whole project.',
  ),
  *check(context) {
    yield* loadFindings(context, 'include-file', (error, source) => {
      const written = source.slice(error.start, error.end);
      if (written.includes('${')) {
        return { message: text('File not found: {0}. Digdag does not evaluate the path of an !include.', written) };
      }
      if (error.problem.startsWith('File name must not')) {
        return { message: text('{0}. Digdag includes only files below the folder of this file.', error.problem) };
      }
      if (error.problem === 'Is a directory') {
        return { message: text('{0}: name a file.', error.problem) };
      }
      if (/\/!include:[0-9a-f-]{36}$/.test(error.problem)) {
        return {
          message: text(
            'Digdag looks for a file named !include:… here. Write `!include : {0}` as a key of its own, on the line below.',
            written,
          ),
        };
      }
      return { message: text('File not found: {0}', error.problem) };
    });
  },
};
