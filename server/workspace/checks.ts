import type { CheckedFile, CheckOptions } from '../../core/check.ts';
import type { ChangingFile } from '../../core/checking/changingFile.ts';
import type { FileSystem } from '../../core/project/fileSystem.ts';
import type { Project } from '../../core/project/project.ts';
import { RecordingFiles } from './files.ts';
import type { OpenDocument } from './openDocument.ts';
import type { WorkspaceProjects } from './projects.ts';

interface Check {
  /** Of the text that was checked; undefined where the check is void. */
  readonly version: number | undefined;
  readonly checked: CheckedFile;
  /** What is kept for the next text of the document. */
  readonly file: ChangingFile;
  /** Notes the files that were looked at, for this text and those before: when one of them changes, nothing is true any more. */
  readonly files: RecordingFiles;
}

/** Rules that look at other files: of a document without files around it they would only say that there are none. */
const aboutOtherFiles = ['missing-file', 'require-target'] as const;

/** The check of each open document, made when it is first asked for and kept until something that it read changes. */
export class Checks {
  readonly #files: FileSystem;
  readonly #projects: WorkspaceProjects;
  readonly #fileOf: (path: string) => ChangingFile;
  readonly #known = new Map<OpenDocument, Check>();

  /** @param fileOf makes a ChangingFile of the core, which is loaded later than this */
  constructor(files: FileSystem, projects: WorkspaceProjects, fileOf: (path: string) => ChangingFile) {
    this.#fileOf = fileOf;
    this.#files = files;
    this.#projects = projects;
  }

  /** @param options the settings for the document */
  of(document: OpenDocument, options: CheckOptions): CheckedFile {
    const known = this.#known.get(document);
    if (known?.version === document.version) return known.checked;
    const change = document.takeChange();
    const file = known?.file ?? this.#fileOf(document.path);
    const files = known?.files ?? new RecordingFiles(this.#files);
    const project = document.detached ? undefined : this.#projects.of(document.path);
    const checked = file.check(files, document.text, change, inProject(project, options));
    this.#known.set(document, { version: document.version, checked, file, files });
    return checked;
  }

  /** The last check, whether it is still true or not: for what must answer at once. */
  last(document: OpenDocument): CheckedFile | undefined {
    return this.#known.get(document)?.checked;
  }

  /** Voids the checks that looked at one of the paths. @returns the documents whose checks they were */
  changed(paths: readonly string[]): OpenDocument[] {
    const voided = [...this.#known].filter(([, { files }]) => paths.some((path) => files.paths.has(path)));
    for (const [document, check] of voided) {
      const isOther = paths.some((path) => path !== document.path && check.files.paths.has(path));
      if (isOther) this.#known.delete(document);
      else this.#known.set(document, { ...check, version: undefined });
    }
    return voided.map(([document]) => document);
  }

  forget(document: OpenDocument): void {
    this.#known.delete(document);
  }

  clear(): void {
    this.#known.clear();
  }
}

function inProject(project: Project | undefined, options: CheckOptions): CheckOptions {
  if (project) return { ...options, project };
  const alone = Object.fromEntries(aboutOtherFiles.map((rule) => [rule, 'off' as const]));
  return { ...options, severities: { ...options.severities, ...alone } };
}
