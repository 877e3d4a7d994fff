import ignore, { type Ignore } from 'ignore';
import type { FileSystem } from './fileSystem.ts';
import { dirname, join, relative } from './paths.ts';
import { type Reached, reach } from './references.ts';

/**
 * How Digdag sees a file: `workflow` (at the top of its project), `called` (in a folder below: only `call>` runs it) or `fragment` (only
 * `!include`d, or no workflow by its name).
 */
export type FileRole = 'workflow' | 'called' | 'fragment';

const suffix = '.dig';

/** A Digdag project: the directory that `digdag run` starts in, as it was in one snapshot of the files. */
export class Project {
  #ignored: Ignore | undefined;
  #workflows: readonly string[] | undefined;
  #reached: Reached | undefined;

  readonly #made = new Map<unknown, unknown>();

  /** @param top the folder around it that may say more of it */
  constructor(
    readonly fs: FileSystem,
    readonly directory: string,
    readonly top: string = directory,
  ) {}

  /** What `compute` makes of this project, made when it is first asked for. */
  once<T>(compute: (project: Project) => T): T {
    // a function always makes the same type, which a map of different ones cannot tell
    if (!this.#made.has(compute)) this.#made.set(compute, compute(this));
    return this.#made.get(compute) as T;
  }

  /** The files that Digdag loads as workflows, sorted: `*.dig` at the top, no dot files, nothing that .digdagignore names. */
  get workflows(): readonly string[] {
    this.#workflows ??= this.fs
      .list(this.directory)
      .filter((name) => this.takesAsWorkflow(name))
      .map((name) => join(this.directory, name))
      .filter((path) => this.fs.kind(path) === 'file');
    return this.#workflows;
  }

  /** Whether Digdag takes a file of this name, at the top of the project, for a workflow. */
  takesAsWorkflow(name: string): boolean {
    return name.endsWith(suffix) && !name.startsWith('.') && !this.#isIgnored(name);
  }

  /** The files that the workflows call and include, and so on; found by a look at their texts. */
  get reached(): Reached {
    this.#reached ??= reach(this.fs, this.workflows);
    return this.#reached;
  }

  /** A workflow's name: its path in the project without `.dig`. */
  nameOf(path: string): string {
    const inside = relative(this.directory, path);
    return inside.endsWith(suffix) ? inside.slice(0, -suffix.length) : inside;
  }

  roleOf(path: string): FileRole {
    if (!path.endsWith(suffix)) return 'fragment';
    const { called, included } = this.reached;
    if (dirname(path) !== this.directory) return included.has(path) && !called.has(path) ? 'fragment' : 'called';
    return included.has(path) && !called.has(path) && !holdsTasks(this.fs, path) ? 'fragment' : 'workflow';
  }

  #isIgnored(name: string): boolean {
    if (!this.#ignored) {
      this.#ignored = ignore({ ignorecase: false });
      this.#ignored.add(this.fs.read(join(this.directory, '.digdagignore'))?.text ?? '');
    }
    return this.#ignored.ignores(name);
  }
}

/** A file at the top that others include and that has no task of its own is there for its values, whatever Digdag takes it for. */
function holdsTasks(fs: FileSystem, path: string): boolean {
  return /^["']?\+/m.test(fs.read(path)?.text ?? '');
}

/** The projects of the files below one folder. Everything is looked up once: it stands for one snapshot of the files. */
export class Projects {
  readonly #fs: FileSystem;
  readonly #byDirectory = new Map<string, Project>();

  /** @param top the workspace folder: no project lies above it */
  constructor(
    fs: FileSystem,
    readonly top: string,
  ) {
    this.#fs = fs;
  }

  /**
   * The project that a file belongs to: the outermost directory above it whose workflows call or include it, else the file's own directory,
   * where Digdag would run it.
   */
  of(path: string): Project {
    const own = dirname(path);
    const above = this.#above(own).find((directory) => {
      const { called, included } = this.at(directory).reached;
      return called.has(path) || included.has(path);
    });
    return this.at(above ?? own);
  }

  at(directory: string): Project {
    const project = this.#byDirectory.get(directory) ?? new Project(this.#fs, directory, this.top);
    this.#byDirectory.set(directory, project);
    return project;
  }

  /** The directories from `top` down to the parent of `directory`. */
  #above(directory: string): string[] {
    const found: string[] = [];
    for (let at = directory; at !== this.top && at !== '/'; ) {
      at = dirname(at);
      found.unshift(at);
    }
    return found[0] === this.top ? found : [];
  }
}
