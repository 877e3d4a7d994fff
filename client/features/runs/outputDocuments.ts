import { Uri, window, workspace } from 'vscode';
import { VirtualDocuments } from '../../platform/virtualDocuments.ts';
import type { RunRecord, TaskRecord } from './runRecord.ts';
import type { RunStore } from './runStore.ts';
import { titleOf } from './words.ts';

const scheme = 'digkit-run';
// biome-ignore lint/suspicious/noControlCharactersInRegex: colours and other commands to a terminal begin with these
const terminalCommands = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[@-Z\\-_])/g;

/** The output of a task, or of a run, as a read-only document that grows with it. */
export class OutputDocuments extends VirtualDocuments {
  constructor(private readonly store: RunStore) {
    super(scheme);
  }

  async show(run: RunRecord, task: TaskRecord | undefined): Promise<void> {
    const name = `${task?.name ?? titleOf(run)}`.replaceAll('/', '∕');
    const query = JSON.stringify({ run: run.id, ...(task && { task: task.id }) });
    const document = await workspace.openTextDocument(Uri.from({ scheme, path: `/${name}.log`, query }));
    await window.showTextDocument(document, { preview: true });
  }

  /** The run has told more. */
  follow(run: RunRecord): void {
    for (const { uri } of workspace.textDocuments) {
      if (uri.scheme === scheme && targetOf(uri)?.run === run.id) this.refresh(uri);
    }
  }

  async provideTextDocumentContent(uri: Uri): Promise<string> {
    const target = targetOf(uri);
    if (!target || !this.store.find(target.run)) return '';
    return (await this.store.output(target.run, target.task)).replace(terminalCommands, '');
  }
}

function targetOf({ query }: Uri): { readonly run: string; readonly task: number | undefined } | undefined {
  try {
    const { run, task } = JSON.parse(query);
    return typeof run === 'string' ? { run, task: typeof task === 'number' ? task : undefined } : undefined;
  } catch {
    return undefined; // an address that somebody has typed
  }
}
