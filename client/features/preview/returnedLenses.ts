import {
  CodeLens,
  type CodeLensProvider,
  EventEmitter,
  l10n,
  Range,
  type TextDocument,
  type Uri,
  workspace,
} from 'vscode';
import type { FetchedTask } from '../../../runner/preview/fetchedTasks.ts';
import { commands as names } from '../../../server/protocol.ts';

/** "Preview" and "Send Request" above the tasks of returned workflows: each goes on one step, and asks on its own. */
export class ReturnedLenses implements CodeLensProvider {
  readonly #changed = new EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.#changed.event;

  /** @param tasksOf those of a returned document */
  constructor(private readonly tasksOf: (document: Uri) => readonly FetchedTask[]) {}

  refresh(): void {
    this.#changed.fire();
  }

  provideCodeLenses(document: TextDocument): CodeLens[] {
    if (workspace.getConfiguration('digkit', document.uri).get('codeLens.enabled') === false) return [];
    return this.tasksOf(document.uri).flatMap(({ operator, fullName, start, end }) => {
      if (operator !== 'http_call' && operator !== 'http') return [];
      const range = new Range(document.positionAt(start), document.positionAt(end));
      const title = operator === 'http' ? l10n.t('$(arrow-up) Send Request') : l10n.t('$(globe) Preview');
      const target = { uri: document.uri.toString(), task: fullName };
      return [new CodeLens(range, { command: names.previewRemoteWorkflow, title, arguments: [target] })];
    });
  }
}
