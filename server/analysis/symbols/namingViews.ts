import { builtInCatalog } from '../../../core/catalog/catalog.ts';
import { basename, dirname, isInside, join } from '../../../core/project/paths.ts';
import { type References, referencesIn } from '../../../core/project/references.ts';
import type { Services } from '../../services.ts';
import { inTurns } from '../../turns.ts';
import { loadView, type View } from './view.ts';

/**
 * The workflow files that may name one of some files or folders, and those that lie in one of the folders. Told by a look at their texts, so that of
 * thousands of workflows only those are read that hold such a name.
 */
export async function namingViews(
  services: Services,
  paths: readonly string[],
  isCancelled: () => boolean,
): Promise<View[]> {
  const stems = [...new Set(paths.map(stemOf))];
  const names = (text: string) =>
    stems.some((stem) => text.includes(stem)) || computedName.test(text) || /\\[xuU]/.test(text);
  const views: View[] = [];
  for await (const path of inTurns(workflowsAround(services, paths))) {
    if (isCancelled()) return [];
    const moves = paths.some((from) => isInside(from, path));
    if (!moves && !textsOf(services, path).some(names)) continue;
    const view = loadView(services, path);
    if (view) views.push(view);
  }
  return views;
}

const readers = builtInCatalog.operators().filter(({ files, name }) => files && name !== 'sh');
/** The name of a file that an expression makes. */
const computedName = new RegExp(`\\b(?:${readers.map(({ name }) => name).join('|')})>['"]?[ \\t]*:[^\\n]*\\$\\{`);

/** What every name of a file holds: of `a/b.py` `b`, of the package `a/__init__.py` `a`. */
function stemOf(path: string): string {
  const stem = basename(path).replace(/(?<=.)\.[^.]*$/, '');
  return stem === '__init__' ? basename(dirname(path)) : stem;
}

/** The text of a file and of what it includes. */
function textsOf({ files }: Services, path: string): string[] {
  const queue = [path];
  const texts: string[] = [];
  for (const next of queue) {
    const text = files.read(next)?.text;
    if (text === undefined) continue;
    texts.push(text);
    const { includes }: References = text.includes('!include') ? referencesIn(next, text) : { includes: [], calls: [] };
    queue.push(...includes.filter((include) => !queue.includes(include)));
  }
  return texts;
}

/** The workflows of all projects around some paths, what they call, and the workflow files below the paths. */
export function workflowsAround({ files, projects }: Services, paths: readonly string[]): Set<string> {
  const found = new Set<string>();
  const directories = new Set(paths.flatMap((path) => directoriesAround(path, projects.topOf(path))));
  for (const directory of directories) {
    const project = projects.at(directory);
    if (project.workflows.length === 0) continue;
    for (const path of [...project.workflows, ...project.reached.called]) found.add(path);
  }
  const below = [...paths];
  for (const path of below) {
    const kind = files.kind(path);
    if (kind === 'file' && path.endsWith('.dig')) found.add(path);
    if (kind !== 'directory' || below.length > mostDirectories) continue;
    const inside = files.list(path).filter((name) => !name.startsWith('.') && name !== 'node_modules');
    below.push(...inside.map((name) => join(path, name)));
  }
  return found;
}

/** A folder may hold a link to what is around it. */
const mostDirectories = 20_000;

function directoriesAround(path: string, top: string): string[] {
  const found: string[] = [];
  for (let at = dirname(path); ; at = dirname(at)) {
    found.push(at);
    if (at === top || at === '/' || !isInside(top, at)) return found;
  }
}
