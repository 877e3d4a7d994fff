import { loadFile } from '../../../core/project/load.ts';
import { join } from '../../../core/project/paths.ts';
import type { Place } from '../../../core/rules/finding.ts';
import { walkTasks } from '../../../core/workflow/taskNode.ts';
import type { Services } from '../../services.ts';
import { inTurns } from '../../turns.ts';
import { viewOf } from './view.ts';

/** A workflow or a task that is found by its name. */
export interface NamedPlace {
  readonly name: string;
  /** Where a task belongs: the full name of what is around it. */
  readonly container: string;
  readonly place: Place;
  readonly isWorkflow: boolean;
}

/** No one reads more of a list. */
const most = 500;

/** The workflows and tasks of all workspace folders whose names hold the letters of a query in its order. */
export async function symbolsLike(
  services: Services,
  query: string,
  isCancelled: () => boolean,
): Promise<NamedPlace[]> {
  const fits = matcher(query);
  const found: NamedPlace[] = [];
  for await (const path of inTurns(workflowFiles(services))) {
    if (isCancelled()) return [];
    for (const symbol of symbolsOf(services, path)) {
      if (fits(symbol.name)) found.push(symbol);
      if (found.length === most) return found;
    }
  }
  return found;
}

/** A folder may be a whole disk, or a link to what is around it. */
const mostDirectories = 5000;

function* workflowFiles({ files, projects, documents }: Services): Generator<string> {
  const seen = new Set<string>();
  const directories = [...projects.folders];
  for (const directory of directories) {
    for (const name of files.list(directory)) {
      const path = join(directory, name);
      if (name.startsWith('.') || name === 'node_modules' || seen.has(path)) continue;
      const kind = files.kind(path);
      if (kind === 'directory' && directories.length < mostDirectories) directories.push(path);
      if (kind !== 'file' || !name.endsWith('.dig')) continue;
      seen.add(path);
      yield path;
    }
  }
  for (const { path, detached } of documents.all()) if (!detached && !seen.has(path)) yield path;
}

function* symbolsOf(services: Services, path: string): Generator<NamedPlace> {
  const document = services.documents.at(path);
  const file = document ? services.checked(document).file : loadFile(services.files, path);
  if (!file) return;
  const project = services.projects.of(path);
  const { root } = viewOf({ path, project, file, compiled: undefined });
  yield { name: project.nameOf(path), container: '', place: { path, start: 0, end: 0 }, isWorkflow: true };
  for (const { entry, body, name, parent } of root ? walkTasks(root) : []) {
    if (entry?.path !== path || body !== null) continue;
    yield { name, container: parent?.fullName ?? '', place: entry.keyPlace, isWorkflow: false };
  }
}

function matcher(query: string): (name: string) => boolean {
  const letters = [...query.toLowerCase()];
  return (name) => {
    let at = 0;
    for (const letter of name.toLowerCase()) if (letter === letters[at]) at++;
    return at >= letters.length;
  };
}
