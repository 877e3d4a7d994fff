import { declarationFolder, isDeclaration } from '../../core/project/declarationFolder.ts';
import type { FileSystem } from '../../core/project/fileSystem.ts';
import { dirname, isInside, join } from '../../core/project/paths.ts';
import { type Project, Projects } from '../../core/project/project.ts';
import { referencesIn } from '../../core/project/references.ts';
import type { FileChange } from './watching.ts';

/** Of so many files that change at once each is read; a branch that is checked out changes more, and reading them would keep people waiting. */
const mostLookedAt = 100;

/**
 * The projects of all workspace folders. Which files belong together changes only when a file comes or goes, or calls and includes others than
 * before: then everything is looked up anew.
 */
export class WorkspaceProjects {
  readonly #files: FileSystem;
  #folders: readonly string[] = [];
  #projects = new Map<string, Projects>();
  readonly #shapes = new Map<string, string>();

  constructor(files: FileSystem) {
    this.#files = files;
  }

  setFolders(paths: readonly string[]): void {
    this.#folders = [...paths].sort((a, b) => b.length - a.length);
    this.#projects = new Map();
  }

  get folders(): readonly string[] {
    return this.#folders;
  }

  of(path: string): Project {
    return this.#below(this.topOf(path)).of(path);
  }

  at(directory: string): Project {
    return this.#below(this.topOf(directory)).at(directory);
  }

  /** The workspace folder around a path; its own directory where none is. */
  topOf(path: string): string {
    return this.#folders.find((folder) => isInside(folder, path)) ?? dirname(path);
  }

  /** Notes the text that a file has had all along. */
  noteText(path: string, text: string): void {
    this.#shapes.set(path, shapeOf(path, text));
  }

  /**
   * Notes the new text of a file. @returns whether the projects may be others now
   * @param changedLines where they are known, the lines that changed, as they were and as they are
   */
  textChanged(path: string, text: string, changedLines?: readonly string[]): boolean {
    if (changedLines && this.#shapes.has(path) && !changedLines.some((line) => shaping.test(line))) return false;
    const shape = shapeOf(path, text);
    const changed = this.#shapes.get(path) !== shape;
    this.#shapes.set(path, shape);
    return changed;
  }

  /** Notes changes on the disk. @returns whether the projects may be others now; of very many changes at once that is not looked at */
  filesChanged(changes: readonly FileChange[], isOpen: (path: string) => boolean): boolean {
    // each is noted, also behind the first that counts
    if (changes.length <= mostLookedAt) return changes.filter((change) => this.#fileChanged(change, isOpen)).length > 0;
    for (const { path } of changes) if (!isOpen(path)) this.#shapes.delete(path);
    return true;
  }

  #fileChanged({ path, kind }: FileChange, isOpen: (path: string) => boolean): boolean {
    if (kind !== 'changed') return true;
    if (isOpen(path)) return false;
    if (isDeclaration(path) || path.endsWith('.digdagignore')) return true;
    return this.textChanged(path, this.#files.read(path)?.text ?? '');
  }

  /** Looks everything up anew. @returns the documents for which a check finds another project now */
  renew<D extends { readonly path: string }>(documents: readonly D[], changes: readonly FileChange[]): D[] {
    const before = documents.map(({ path }) => this.of(path));
    this.#projects = new Map();
    return documents.filter(({ path }, index) => {
      const [now, then] = [this.of(path), before[index]];
      return !then || changes.some((change) => mayDeclare(change, now)) || factsOf(now) !== factsOf(then);
    });
  }

  #below(top: string): Projects {
    const projects = this.#projects.get(top) ?? new Projects(this.#files, top);
    this.#projects.set(top, projects);
    return projects;
  }
}

/** What stands in each line that decides which files belong together. */
const shaping = /!include|call>|^["']?\+/m;

/** What of a text decides which files belong together. */
function shapeOf(path: string, text: string): string {
  const { includes, calls } = referencesIn(path, text);
  return JSON.stringify([includes, calls, /^["']?\+/m.test(text)]);
}

/** What a check takes from a project, beside the operators that it declares. */
function factsOf({ directory, workflows, reached }: Project): string {
  return JSON.stringify([directory, workflows, [...reached.called].sort(), [...reached.included].sort()]);
}

/** Whether a file, or a folder that comes or goes, may change the operators that a project declares. */
function mayDeclare({ path, kind }: FileChange, { directory, top }: Project): boolean {
  const folders = [directory, top].map((at) => join(at, declarationFolder));
  return folders.some((folder) => isInside(folder, path) || (kind !== 'changed' && isInside(path, folder)));
}
