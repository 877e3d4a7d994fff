import { nearest } from '../catalog/nearest.ts';
import type { LoadError } from '../project/loadError.ts';
import { basename, dirname, join, relative } from '../project/paths.ts';
import { lineBreakOf } from '../text/lineStart.ts';
import { text } from '../text/text.ts';
import type { Fix } from './finding.ts';
import type { Rule, RuleContext } from './rule.ts';
import { createFile } from './support/fileFixes.ts';
import { quoted } from './support/literal.ts';
import { loadFindings } from './support/loadErrors.ts';
import { lineAt } from './support/sourceLine.ts';

export const includeFile: Rule = {
  id: 'include-file',
  severity: 'error',
  refusedBy: 'loader',
  summary: text('An !include of a file that is not there'),
  docs: text(
    'The path behind !include is relative to the file that includes and must stay below its folder. ${…} is not evaluated in it: for values that ' +
      'depend on the run use `digdag run -P file.yml`, or call>. A missing file stops the whole project.',
  ),
  *check(context) {
    yield* loadFindings(context, 'include-file', (error, source) => {
      const written = source.slice(error.start, error.end);
      if (written.includes('${')) {
        return {
          message: text(
            'File not found: {0}. Digdag does not evaluate the path of an !include: give such values by -P, or use call>.',
            written,
          ),
        };
      }
      if (error.problem.startsWith('File name must not')) {
        return { message: text('{0}. Digdag includes only files below the folder of this file.', error.problem) };
      }
      if (error.problem === 'Is a directory') {
        return { message: text('{0}: name a file.', error.problem) };
      }
      if (/\/!include:[0-9a-f-]{36}$/.test(error.problem)) {
        const fixes = error.path === context.path ? asKey(error, source) : [];
        const message = text(
          'Digdag looks for a file named !include:… here. Write `!include : {0}` as a key of its own, on the line below.',
          written,
        );
        return fixes.length > 0 ? { message, fixes } : { message };
      }
      const message = text('File not found: {0}', error.problem);
      const fixes = error.path === context.path ? mended(context, error, written) : [];
      return fixes.length > 0 ? { message, fixes } : { message };
    });
  },
};

/** A file with nearly the same name, or a new one. */
function mended(context: RuleContext, error: LoadError, written: string): Fix[] {
  const { path, start, end, problem: target } = error;
  const name = nearest(basename(target), context.fs.list(dirname(target)));
  const mark = /^['"]/.exec(written)?.[0] ?? '';
  const near = name === undefined ? [] : [relative(dirname(path), join(dirname(target), name))];
  const renamings = near.map(
    (newName): Fix => ({
      title: text('Change to {0}', newName),
      edits: [{ path, start, end, newText: mark + newName + mark }],
      safe: false,
    }),
  );
  const line = lineAt(context.text, start).text;
  const isAtTop = /^['"!]/.test(line);
  return [...renamings, ...createFile(context, target, isAtTop ? '_export:\n  name: value\n' : 'name: value\n')];
}

/** `key: !include f.yml` becomes a map whose only key is the !include. */
function asKey({ path, start, end }: LoadError, source: string): Fix[] {
  const line = lineAt(source, start);
  const head = /^( *(?:- +)*)[^\s#][^#]*?:(?=[ \t]+!include[ \t])/.exec(line.text);
  if (!head || line.start + head[0].length > start) return [];
  const indent = ' '.repeat((head[1]?.length ?? 0) + 2);
  const name = source.slice(start, end).replace(/^(?:!include[ \t]+)?(['"]?)(.*)\1$/, '$2');
  const newText = `${lineBreakOf(source)}${indent}!include : ${quoted(name)}`;
  const edits = [{ path, start: line.start + head[0].length, end, newText }];
  return [{ title: text('Write it as a key of its own'), edits, safe: true }];
}
