import { resolve } from 'node:path';
import { Project } from '../../core/project/project.ts';
import { render } from '../../core/text/text.ts';
import { Sources } from '../../runner/source.ts';
import type { StartError } from '../../runner/startError.ts';
import { printable } from '../printable.ts';
import type { Style } from '../style.ts';
import type { World } from './options.ts';

/** Why nothing ran: each fault at its line where there are files to show it in, else Digdag's words. */
export async function startFailure(
  error: StartError,
  { files, directory }: World,
  project: string | undefined,
  style: Style,
  shown: (path: string) => string,
): Promise<string> {
  const lines: string[] = [];
  if (error.place) {
    const { path, line, column } = new Sources(files).lineOf(error.place);
    lines.push(`${shown(path)}:${line}:${column}: ${style.red('error:')} ${printable(error.shown)}`);
  }
  if (error.files.length > 0) {
    const { checkFile } = await import('../../core/check.ts');
    const options = { project: new Project(files, resolve(directory, project ?? '.')) };
    const sources = new Sources(files);
    for (const path of error.files) {
      for (const finding of checkFile(files, path, options)?.findings ?? []) {
        if (finding.severity !== 'error') continue;
        const { line, column } = sources.lineOf(finding);
        lines.push(
          `${shown(finding.path)}:${line}:${column}: ${style.red('error:')} ${printable(render(finding.message))}`,
        );
      }
    }
  }
  if (lines.length === 0) lines.push(`${style.red('error:')} ${printable(error.shown)}`);
  const refused = [...new Set(error.files.map(shown))].join(', ');
  if (refused !== '') lines.push(`Digdag refuses ${refused}, so nothing of this project runs.`);
  return `${lines.join('\n')}\n`;
}
