import { basename, dirname } from '../project/paths.ts';
import { text } from '../text/text.ts';
import { compileWorkflow } from '../workflow/compile.ts';
import type { Rule } from './rule.ts';
import { renamedIncludes, renameFile } from './support/fileFixes.ts';

export const fragmentInRoot: Rule = {
  id: 'fragment-in-root',
  severity: 'warning',
  summary: text('An included file that Digdag takes for a workflow'),
  docs: text(
    'Every .dig file at the top of a project is a workflow to Digdag, also one that others only !include; where it is none, Digdag refuses the ' +
      'whole project. Move it into a folder, or let its name end in .yml, and change the !include.',
  ),
  *check(context) {
    const { role, path, project, file } = context;
    if (role !== 'fragment' || !path.endsWith('.dig') || dirname(path) !== project.directory || !file.config) return;
    // the first line of what Digdag would say of it as a workflow
    const refused = compileWorkflow(project.nameOf(path), file.config).refusal?.message?.split('\n')[0];
    if (!refused) return;
    const name = basename(path).replace(/\.dig$/, '.yml');
    yield {
      path,
      start: 0,
      end: Math.max(1, context.text.split(/\r?\n/, 1)[0]?.length ?? 0),
      message: text(
        'Digdag takes this file for a workflow and refuses the project: {0}. Move it into a folder, or rename it to .yml.',
        refused,
      ),
      fixes: renameFile(context, path, name, renamedIncludes(context, path, name)),
    };
  },
};
