import { loadFile } from '../../../core/project/load.ts';
import type { Place } from '../../../core/rules/finding.ts';
import { walkTasks } from '../../../core/workflow/taskNode.ts';
import type { Services } from '../../services.ts';
import type { OpenDocument } from '../../workspace/openDocument.ts';
import { taskLinks } from '../navigation/fileLinks.ts';
import { symbolAt } from './symbolAt.ts';
import { projectViews, type View, viewOf } from './view.ts';

/** A workflow at the other end of `call>` or `require>`, and the places that name it, all in one file. */
export interface Calls {
  readonly path: string;
  readonly places: readonly Place[];
}

const callers = new Set(['call', 'require']);

/** The path of the workflow that is named at an offset; of the file itself where none is. */
export function workflowAt(services: Services, document: OpenDocument, offset: number): string {
  const found = symbolAt(services, viewOf(services.checked(document)), document.path, offset);
  const named = found?.symbol.kind === 'file' && found.symbol.path.endsWith('.dig') ? found.symbol.path : undefined;
  return named ?? document.path;
}

/** Who calls or requires a workflow. A task in an included file counts as that file's. */
export async function calledBy(services: Services, path: string, isCancelled: () => boolean): Promise<Calls[]> {
  const views = await projectViews(services, path, isCancelled);
  const places = views.flatMap((view) => [...callsIn(services, view)].filter(({ target }) => target === path));
  return grouped(places.map(({ place }) => [place.path, place]));
}

/** What a workflow calls and requires by its own text. */
export function callsOf(services: Services, path: string): Calls[] {
  const document = services.documents.at(path);
  const file = document ? services.checked(document).file : loadFile(services.files, path);
  if (!file) return [];
  const view = viewOf({ path, project: services.projects.of(path), file, compiled: undefined });
  const own = [...callsIn(services, view)].filter(({ place }) => place.path === path);
  return grouped(own.map(({ place, target }) => [target, place]));
}

function callsIn(services: Services, view: View): ReturnType<typeof taskLinks> {
  const tasks = view.root ? [...walkTasks(view.root)] : [];
  const calling = tasks.filter(({ operators }) => operators.some(({ name }) => callers.has(name)));
  return taskLinks(services.files, view, calling, (path) => services.sourceOf(path));
}

function grouped(places: readonly (readonly [string, Place])[]): Calls[] {
  const byPath = new Map<string, Map<number, Place>>();
  for (const [path, place] of places) {
    const known = byPath.get(path) ?? new Map<number, Place>();
    byPath.set(path, known.set(place.start, place));
  }
  return [...byPath].map(([path, known]) => ({ path, places: [...known.values()] }));
}
