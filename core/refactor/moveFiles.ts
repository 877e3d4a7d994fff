import type { FileSystem } from '../project/fileSystem.ts';
import { dirname, isInside, join, relative } from '../project/paths.ts';
import type { Place, TextEdit } from '../rules/finding.ts';
import { type Text, text } from '../text/text.ts';
import { type TaskNode, walkTasks } from '../workflow/taskNode.ts';
import { computedNames } from './computedNames.ts';
import { type FileUse, fileUses, moduleOf, type ProjectFile, placeOfUse } from './fileUses.ts';
import { type Move, pathAfter } from './move.ts';
import { replacePart } from './replacePart.ts';

/** A workflow file with the tree of its tasks. */
export interface MovingFile extends ProjectFile {
  readonly root: TaskNode | undefined;
}

/** What becomes of the names of files that move. */
export interface Moved {
  readonly edits: readonly TextEdit[];
  /** Names that would have to change and cannot, and why. */
  readonly stuck: readonly Untouched[];
  /** Names that only a run knows, which may mean a file that moves. */
  readonly computed: readonly Place[];
}

export interface Untouched {
  readonly place: Place;
  readonly why: Text;
}

/**
 * The edits that keep every name of a file meaning the same file when some files move: the names of what moves, and in workflow files that move the
 * names of all others. To be made before the files move.
 * @param of the workflow files that may name what moves, each with its tasks
 */
export function moveFiles(
  fs: FileSystem,
  of: readonly MovingFile[],
  moves: readonly Move[],
  sourceOf: (path: string) => string,
): Moved {
  const found = new Map<string, Change>();
  const computed = new Map<string, Place>();
  const isMoved = (path: string) => pathAfter(moves, path) !== path;
  for (const view of of) {
    const tasks = view.root ? [...walkTasks(view.root)] : [];
    for (const use of fileUses(fs, view, tasks, sourceOf)) {
      if (!isMoved(use.target) && !isMoved(use.value.path) && !isMoved(view.path)) continue;
      const place = placeOfUse(use, sourceOf(use.value.path));
      const key = `${place.start} ${place.path}`;
      const edit = editOf(use, view, moves, sourceOf);
      const known = found.get(key);
      found.set(key, { place, edit: !known || isSame(known.edit, edit) ? edit : severalFiles });
    }
    for (const place of computedNames(fs, view, tasks, moves)) computed.set(`${place.start} ${place.path}`, place);
  }
  const changes = [...found.values()];
  return {
    edits: changes.flatMap(({ edit }) => (typeof edit === 'object' && 'newText' in edit ? [edit] : [])),
    stuck: changes.flatMap(({ place, edit }) =>
      typeof edit === 'object' && 'template' in edit ? [{ place, why: edit }] : [],
    ),
    computed: [...computed.values()],
  };
}

/** What is to be done at a place: an edit, nothing, or what would have to be done and cannot. */
interface Change {
  readonly place: Place;
  readonly edit: TextEdit | Text | 'none';
}

const severalFiles = text('It means several files, one for each workflow that includes it.');

function isSame(one: Change['edit'], other: Change['edit']): boolean {
  if (typeof one !== 'object' || typeof other !== 'object') return one === other;
  if (!('newText' in one && 'newText' in other)) return false;
  return one.start === other.start && one.end === other.end && one.newText === other.newText;
}

function editOf(
  use: FileUse,
  view: ProjectFile,
  moves: readonly Move[],
  sourceOf: (path: string) => string,
): Change['edit'] {
  const file = use.how === 'include' ? use.value.path : view.path;
  const base = use.namesWorkflow ? use.base : dirname(pathAfter(moves, file));
  const written = use.text.slice(use.start, use.end);
  const target = pathAfter(moves, use.target);
  const name = nameFrom(use, base, target, view.project.directory);
  if (typeof name !== 'string') return name;
  if (name === written || join(base, written) === join(base, name)) return 'none';
  const edit = replacePart(use.value, use.text, use, name, sourceOf(use.value.path));
  return edit ?? text('{0} stands in a text with escapes, over several lines or behind an alias.', written);
}

/** How a file is named from a directory, in the manner in which it is named now; or why it cannot be. */
function nameFrom(use: FileUse, base: string, target: string, project: string): string | Text {
  const written = use.text.slice(use.start, use.end);
  const path = written.startsWith('/') ? target : relative(base, target);
  if (!isInside(project, target) && use.how !== 'include') return text('{0} would lie outside of the project.', path);
  switch (use.how) {
    case 'include':
      return path.startsWith('..') ? text('!include takes no path with ..: {0}', path) : withDot(written, path);
    case 'python-module':
      return moduleName(base, target);
    default:
      if (use.namesWorkflow && dirname(target) !== base)
        return text('Only files at the top of the project are workflows, which require> takes: {0}', path);
      return plainName(use, written, path);
  }
}

function moduleName(base: string, target: string): string | Text {
  const name = moduleOf(base, target);
  const isModule = target.endsWith('.py') && /^[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*$/u.test(name);
  return isModule ? name : text('py> cannot name {0}: it takes modules below its working directory.', target);
}

function plainName({ how, addExtension }: FileUse, written: string, path: string): string | Text {
  if (how === 'maybe-script' && /[\s'"`;|&()<>=$\\{}]/.test(path))
    return text('{0} would need quotes in the command.', path);
  if (addExtension === undefined) return how === 'maybe-script' ? asCommand(written, path) : withDot(written, path);
  if (!path.endsWith(addExtension)) return text('{0} does not end in {1}.', path, addExtension);
  return withDot(written, written.endsWith(addExtension) ? path : path.slice(0, -addExtension.length));
}

/** A command without any slash would be looked for in the PATH. */
function asCommand(written: string, path: string): string {
  return written.includes('/') && !path.includes('/') ? `./${path}` : withDot(written, path);
}

/** `./x` stays with its `./`. */
function withDot(written: string, path: string): string {
  return written.startsWith('./') && !path.startsWith('.') ? `./${path}` : path;
}
