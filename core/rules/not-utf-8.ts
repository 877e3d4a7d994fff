import { text } from '../text/text.ts';
import type { Rule } from './rule.ts';

const replacement = '\ufffd';

export const notUtf8: Rule = {
  id: 'not-utf-8',
  severity: 'warning',
  aboutFile: true,
  summary: text('A file that is not UTF-8'),
  docs: text(
    'Digdag reads every file as UTF-8 and puts \ufffd in place of what it cannot read (its InputStreamReader), so that texts and names change ' +
      'without a word. Save the file as UTF-8.',
  ),
  *check({ fs, path, text: content }) {
    const start = content.indexOf(replacement);
    if (start < 0 || !fs.read(path)?.malformed) return;
    let end = start + 1;
    while (content[end] === replacement) end++;
    const message = text('The file is not UTF-8: Digdag reads {0} here. Save it as UTF-8.', content.slice(start, end));
    yield { path, start, end, message };
  },
};
