import type { Finding } from '../../core/rules/finding.ts';
import type { Services } from '../services.ts';
import { checkOptions } from '../settings.ts';
import { inTurns } from '../turns.ts';
import { RecordingFiles } from './files.ts';
import type { Publisher } from './publisher.ts';
import type { FileChange } from './watching.ts';

/** What is known of a workflow that is not open. */
interface Known {
  /** What was looked at. */
  readonly files: RecordingFiles;
  readonly isRefused: boolean;
}

/**
 * The workflows beside those that are open. Digdag loads all at the top of a project before it runs one of them, so one that it refuses stops them all:
 * what is wrong with it is shown in it as long as a file of the project is open.
 */
export class Siblings {
  readonly #services: Services;
  readonly #publisher: Publisher;
  readonly #known = new Map<string, Known>();

  constructor(services: Services, publisher: Publisher) {
    this.#services = services;
    this.#publisher = publisher;
  }

  /** Files are others than before. @param moved projects may be, too: what rules find in a file may depend on its project */
  changed(changes: readonly FileChange[], moved: boolean): void {
    for (const [path, { files, isRefused }] of this.#known) {
      if ((moved && isRefused) || changes.some((change) => files.dependsOn(change))) this.#known.delete(path);
    }
  }

  /** Everything may be another. */
  clear(): void {
    this.#known.clear();
  }

  /** Looks at those that nothing is known of, one at a turn, as long as there is nothing more urgent. */
  async check(isUrgent: () => boolean): Promise<void> {
    const wanted = this.#wanted();
    for (const source of this.#publisher.sourcesAs(sibling)) {
      if (!wanted.has(source.slice(sibling.length))) this.#publisher.remove(source);
    }
    for await (const path of inTurns(wanted)) {
      if (this.#known.has(path)) continue;
      if (isUrgent()) return;
      const findings = await this.#findingsOf(path);
      if (findings.length > 0) this.#publisher.set(sibling + path, findings);
      else this.#publisher.remove(sibling + path);
    }
  }

  #wanted(): Set<string> {
    const { documents, projects } = this.#services;
    const open = documents.all().filter(({ detached }) => !detached);
    const beside = new Set(open.map(({ path }) => projects.of(path))).values();
    return new Set([...beside].flatMap(({ workflows }) => workflows).filter((path) => !documents.at(path)));
  }

  /** What is wrong with a file that Digdag refuses; nothing of others. */
  async #findingsOf(path: string): Promise<readonly Finding[]> {
    const { checking, projects } = this.#services;
    const files = new RecordingFiles(this.#services.files);
    const project = projects.of(path);
    const isRefused = 'refusal' in checking.fileVerdict(files, path, project.nameOf(path));
    this.#known.set(path, { files, isRefused });
    if (!isRefused) return [];
    const settings = await this.#services.loadSettings(this.#services.uri(path));
    const found = checking.checkFile(files, path, { ...checkOptions(settings), project })?.findings ?? [];
    return found.filter(({ severity }) => severity === 'error' || severity === 'warning');
  }
}

/** Before the path of a file: who found something in it. */
const sibling = 'sibling:';
