import { basename, dirname, isInside, join } from '../../../core/project/paths.ts';
import type { FileUse } from '../../../core/refactor/fileUses.ts';
import type { Move } from '../../../core/refactor/move.ts';
import { type Moved, moveFiles } from '../../../core/refactor/moveFiles.ts';
import { type Text, text } from '../../../core/text/text.ts';
import { topTaskNameFaults, workflowNameFaults } from '../../../core/workflow/taskName.ts';
import type { Services } from '../../services.ts';
import { namingViews } from './namingViews.ts';

/** What keeps the names of files true when some files or folders get other paths. */
export async function moveAt(services: Services, moves: readonly Move[], isCancelled: () => boolean): Promise<Moved> {
  const views = await namingViews(
    services,
    moves.map(({ from }) => from),
    isCancelled,
  );
  return moveFiles(services.files, views, moves, (path) => services.sourceOf(path));
}

/**
 * The move that is meant where a file gets another name at a place that names it: the name is taken as it would stand there.
 * @returns why not, where Digdag would not take the name
 */
export function moveByName(services: Services, use: FileUse, name: string): Move | Text {
  const { base, target: from } = use;
  if (name === '' || name.includes('${')) return text('{0} cannot be the name of a file.', name);
  const written = use.how === 'python-module' ? `${name.replaceAll('.', '/')}${moduleEnding(from)}` : name;
  const ending = use.addExtension ?? '';
  const to = join(base, written.endsWith(ending) ? written : written + ending);
  const refusal = to === from ? undefined : nameRefusal(services, from, to);
  return refusal ?? { from, to };
}

function moduleEnding(path: string): string {
  return path.endsWith('/__init__.py') ? '/__init__.py' : '.py';
}

/** Why a file cannot get a path. */
function nameRefusal({ files, projects }: Services, from: string, to: string): Text | undefined {
  const project = projects.of(from);
  if (!isInside(projects.topOf(from), to) || to.endsWith('/') || to === project.directory)
    return text('{0} cannot be the name of a file.', basename(to));
  if (files.kind(to) !== undefined) return text('There is a file {0} already.', basename(to));
  return workflowRefusal({ projects }, from, to);
}

/** Why Digdag would not run a file by a path as the workflow that it is. */
export function workflowRefusal({ projects }: Pick<Services, 'projects'>, from: string, to: string): Text | undefined {
  const project = projects.of(from);
  if (!from.endsWith('.dig') || dirname(from) !== project.directory) return undefined;
  if (!to.endsWith('.dig') || dirname(to) !== project.directory) return undefined;
  const name = basename(to, '.dig');
  const [fault] = [...workflowNameFaults(name), ...topTaskNameFaults(`+${name}`)];
  if (fault !== undefined) return text('Digdag takes no workflow {0}: {1}.', name, fault);
  return project.takesAsWorkflow(basename(to)) ? undefined : text('Digdag takes {0} for no workflow.', basename(to));
}
