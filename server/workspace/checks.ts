import type { CheckedFile, CheckOptions, checkFile } from '../../core/check.ts';
import type { FileSystem } from '../../core/project/fileSystem.ts';
import type { Project } from '../../core/project/project.ts';
import { RecordingFiles } from './files.ts';
import type { OpenDocument } from './openDocument.ts';
import type { WorkspaceProjects } from './projects.ts';

interface Check {
  readonly version: number;
  readonly checked: CheckedFile;
  /** The files that were looked at: when one of them changes, the check is void. */
  readonly dependsOn: ReadonlySet<string>;
}

/** Rules that look at other files: of a document without files around it they would only say that there are none. */
const aboutOtherFiles = ['missing-file', 'require-target'] as const;

/** The check of each open document, made when it is first asked for and kept until something that it read changes. */
export class Checks {
  readonly #files: FileSystem;
  readonly #projects: WorkspaceProjects;
  readonly #checkFile: typeof checkFile;
  readonly #known = new Map<OpenDocument, Check>();

  /** @param check core/check.ts, which is loaded later than this */
  constructor(files: FileSystem, projects: WorkspaceProjects, check: typeof checkFile) {
    this.#checkFile = check;
    this.#files = files;
    this.#projects = projects;
  }

  /** @param options the settings for the document */
  of(document: OpenDocument, options: CheckOptions): CheckedFile {
    const known = this.#known.get(document);
    if (known?.version === document.version) return known.checked;
    const files = new RecordingFiles(this.#files);
    const project = document.detached ? undefined : this.#projects.of(document.path);
    const checked = this.#check(files, document, project, options);
    this.#known.set(document, { version: document.version, checked, dependsOn: files.paths });
    return checked;
  }

  /** The last check, whether it is still true or not: for what must answer at once. */
  last(document: OpenDocument): CheckedFile | undefined {
    return this.#known.get(document)?.checked;
  }

  /** Voids the checks that looked at one of the paths. @returns the documents whose checks they were */
  changed(paths: readonly string[]): OpenDocument[] {
    const voided = [...this.#known].filter(([, { dependsOn }]) => paths.some((path) => dependsOn.has(path)));
    for (const [document] of voided) this.#known.delete(document);
    return voided.map(([document]) => document);
  }

  forget(document: OpenDocument): void {
    this.#known.delete(document);
  }

  clear(): void {
    this.#known.clear();
  }

  #check(files: FileSystem, document: OpenDocument, project: Project | undefined, options: CheckOptions): CheckedFile {
    const alone = Object.fromEntries(aboutOtherFiles.map((rule) => [rule, 'off' as const]));
    const checked = project
      ? this.#checkFile(files, document.path, { ...options, project })
      : this.#checkFile(files, document.path, { ...options, severities: { ...options.severities, ...alone } });
    if (!checked) throw new Error(`an open document has no text: ${document.uri}`);
    return checked;
  }
}
