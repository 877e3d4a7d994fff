import type { Finding } from '../../core/rules/finding.ts';
import type { Services } from '../services.ts';
import { checkOptions } from '../settings.ts';
import { RecordingFiles } from './files.ts';
import type { OpenDocument } from './openDocument.ts';
import type { FileChange } from './watching.ts';

/** The checks of open SQL files and other templates: what the checks of the workflows that run them find in them. */
export class TemplateChecks {
  readonly #services: Services;
  /** What the last check of each looked at. */
  readonly #lookedAt = new Map<OpenDocument, RecordingFiles>();

  constructor(services: Services) {
    this.#services = services;
  }

  /** The findings in the document's present text, of all workflows that run it. */
  of(document: OpenDocument): readonly Finding[] {
    const services = this.#services;
    const { analysis, checking, projects, documents } = services;
    const files = new RecordingFiles(services.files);
    this.#lookedAt.set(document, files);
    const options = checkOptions(services.settings(document));
    const found: Finding[] = [];
    for (const path of new Set(analysis.usersOf({ files, projects }, document.path).map(({ view }) => view.path))) {
      const open = documents.at(path);
      const checked = open
        ? services.checked(open)
        : checking.checkFile(files, path, { ...options, project: projects.of(path) });
      found.push(...(checked?.findings ?? []).filter((finding) => finding.path === document.path));
    }
    return checking.uniqueFindings(found);
  }

  /** The documents whose checks depend on one of the files. */
  dependingOn(changes: readonly FileChange[]): OpenDocument[] {
    return [...this.#lookedAt]
      .filter(([, files]) => changes.some((change) => files.dependsOn(change)))
      .map(([document]) => document);
  }

  forget(document: OpenDocument): void {
    this.#lookedAt.delete(document);
  }
}
