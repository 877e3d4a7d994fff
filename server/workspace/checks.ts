import type { CheckedFile, CheckOptions } from '../../core/check.ts';
import type { ChangingFile } from '../../core/checking/changingFile.ts';
import type { TaskAtPlace } from '../../core/checking/taskAtPlace.ts';
import type { FileSystem } from '../../core/project/fileSystem.ts';
import type { LoadedFile } from '../../core/project/load.ts';
import { dirname } from '../../core/project/paths.ts';
import { Project } from '../../core/project/project.ts';
import { RecordingFiles } from './files.ts';
import type { OpenDocument } from './openDocument.ts';
import type { WorkspaceProjects } from './projects.ts';
import type { FileChange } from './watching.ts';

/** What is known of a document. */
interface Known {
  /** What is kept from one text of the document to the next. */
  readonly file: ChangingFile;
  /** Notes the files that were looked at, for this text and those before: when one of them changes, nothing is true any more. */
  readonly files: RecordingFiles;
  /** Of the present text, as far as the version is the document's. */
  loaded: { readonly version: number; readonly file: LoadedFile } | undefined;
  checked: { readonly version: number; readonly file: CheckedFile } | undefined;
}

/** Rules that look at other files: of a document without files around it they would only say that there are none. */
const aboutOtherFiles = ['missing-file', 'require-target'] as const;

/** The check of each open document, made when it is first asked for and kept until something that it read changes. */
export class Checks {
  readonly #files: FileSystem;
  readonly #projects: WorkspaceProjects;
  readonly #fileOf: (path: string) => ChangingFile;
  readonly #known = new Map<OpenDocument, Known>();

  /** @param fileOf makes a ChangingFile of the core, which is loaded later than this */
  constructor(files: FileSystem, projects: WorkspaceProjects, fileOf: (path: string) => ChangingFile) {
    this.#fileOf = fileOf;
    this.#files = files;
    this.#projects = projects;
  }

  /** @param options the settings for the document */
  of(document: OpenDocument, options: CheckOptions): CheckedFile {
    this.loaded(document);
    const known = this.#knownOf(document);
    if (known.checked?.version === document.version) return known.checked.file;
    const project = document.detached ? undefined : this.#projects.of(document.path);
    const checked = known.file.checkLoaded(known.files, inProject(project, options));
    known.checked = { version: document.version, file: checked };
    return checked;
  }

  loaded(document: OpenDocument): LoadedFile {
    const known = this.#knownOf(document);
    if (known.loaded?.version === document.version) return known.loaded.file;
    const loaded = known.file.load(known.files, document.text, document.takeChange());
    known.loaded = { version: document.version, file: loaded };
    return loaded;
  }

  taskAt(document: OpenDocument, offset: number): TaskAtPlace | undefined {
    this.loaded(document);
    const { file, files } = this.#knownOf(document);
    const { path } = document;
    return file.taskAt(document.detached ? new Project(files, dirname(path)) : this.#projects.of(path), offset);
  }

  /** Voids the checks that depend on one of the files. @returns the documents whose checks they were */
  changed(changes: readonly FileChange[]): OpenDocument[] {
    const voided = [...this.#known].filter(([, { files }]) => changes.some((change) => files.dependsOn(change)));
    for (const [document, known] of voided) {
      const isOther = changes.some((change) => change.path !== document.path && known.files.dependsOn(change));
      if (isOther) this.#known.delete(document);
      else known.checked = undefined;
    }
    return voided.map(([document]) => document);
  }

  forget(document: OpenDocument): void {
    this.#known.delete(document);
  }

  /** Projects or settings may be others; the texts are what they were. */
  clear(documents: readonly OpenDocument[]): void {
    for (const document of documents) {
      const known = this.#known.get(document);
      if (known) known.checked = undefined;
    }
  }

  #knownOf(document: OpenDocument): Known {
    const known = this.#known.get(document);
    if (known) return known;
    const made: Known = {
      file: this.#fileOf(document.path),
      files: new RecordingFiles(this.#files),
      loaded: undefined,
      checked: undefined,
    };
    this.#known.set(document, made);
    return made;
  }
}

function inProject(project: Project | undefined, options: CheckOptions): CheckOptions {
  if (project) return { ...options, project };
  const alone = Object.fromEntries(aboutOtherFiles.map((rule) => [rule, 'off' as const]));
  return { ...options, severities: { ...options.severities, ...alone } };
}
