import type { CheckedFile } from '../../../core/check.ts';
import { loadFile } from '../../../core/project/load.ts';
import type { TaskNode } from '../../../core/workflow/taskNode.ts';
import type { Services } from '../../services.ts';
import { inTurns } from '../../turns.ts';
import type { OpenDocument } from '../../workspace/openDocument.ts';
import { rootOf } from '../position/taskAt.ts';

/** A file with what it includes, as navigation looks at it. */
export interface View extends Pick<CheckedFile, 'path' | 'project' | 'file'> {
  readonly root: TaskNode | undefined;
}

export function viewOf(checked: Pick<CheckedFile, 'path' | 'project' | 'file' | 'compiled'>): View {
  const { path, project, file } = checked;
  return { path, project, file, root: rootOf(checked) };
}

/** The view of a document, and those of the files that include it: parts of it mean something there only. */
export async function viewsAround(
  services: Services,
  document: OpenDocument,
  isCancelled: () => boolean,
): Promise<View[]> {
  const own = viewOf(services.checked(document));
  if (document.detached || !own.project.reached.included.has(document.path)) return [own];
  const others = await projectViews(services, document.path, isCancelled);
  const includers = others.filter(
    ({ path, file }) => path !== own.path && file.includes.some(({ target }) => target === own.path),
  );
  return [own, ...includers];
}

/** The workflows of the project of a file, and what they call: also those that are not open. */
export async function projectViews(services: Services, path: string, isCancelled: () => boolean): Promise<View[]> {
  const project = services.projects.of(path);
  const views: View[] = [];
  for await (const candidate of inTurns(new Set([...project.workflows, ...project.reached.called]))) {
    if (isCancelled()) return [];
    const view = loadView(services, candidate, project);
    if (view) views.push(view);
  }
  return views;
}

/** The view of a file as it is open or on the disk; undefined where there is none. */
export function loadView(services: Services, path: string, project = services.projects.of(path)): View | undefined {
  const document = services.documents.at(path);
  const file = document ? services.checked(document).file : loadFile(services.files, path);
  return file && viewOf({ path, project, file, compiled: undefined });
}
