import { commands, l10n, Selection, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import type { PreparedPreview } from '../../../runner/preview/prepare.ts';
import { say } from '../../platform/say.ts';
import { isTrusted } from '../../platform/trust.ts';
import { workflowFile } from '../../platform/workflowFile.ts';
import type { PanelMessage } from '../../webview/preview/messages.ts';
import { cancellable } from './cancellable.ts';
import { Confirmation } from './confirm.ts';
import { mendEdit, type NestedTask, send, type TaskOfFile } from './exchange.ts';
import { copyAsCurl, openAsNew, saveToProject } from './keep.ts';
import { workspaceEdit } from './mendings.ts';
import { type PanelContent, panelModel, type Sent, verdictLine } from './panelModel.ts';
import { type PreviewServices, prepareRequest } from './prepareRequest.ts';
import { previewUri } from './previewDocuments.ts';
import { PreviewPanel } from './previewPanel.ts';

/** The preview of one task: its last request and answer, its panel, and the document of the workflow that came. Nothing of it lies on a disk. */
export class Preview {
  #prepared: PreparedPreview | undefined;
  #sent: Sent | undefined;
  #certificateProblems: readonly string[] = [];
  #before: string | undefined;
  #difference: PanelContent['difference'];
  #panel: PreviewPanel | undefined;
  #stopper: AbortController | undefined;

  /**
   * @param origin the file whose settings and project count
   * @param source of the task: the file, or the returned document that holds it
   */
  constructor(
    private readonly services: PreviewServices,
    private readonly origin: Uri,
    private readonly source: Uri,
    private readonly subject: TaskOfFile | NestedTask,
    private readonly follow: (task: string) => Promise<void>,
  ) {}

  /** The address of the workflow that came. */
  get document(): Uri {
    return previewUri(this.source, `${this.subject.task}.dig`);
  }

  /** What came, for what goes on from there. */
  get answer(): { readonly prepared: PreparedPreview; readonly sent: Sent } | undefined {
    return this.#prepared && this.#sent && { prepared: this.#prepared, sent: this.#sent };
  }

  /** Where settings are read, also of tasks that came with it. */
  get settingsFrom(): Uri {
    return this.origin;
  }

  /** Ends what is under way, and its views. */
  close(): void {
    this.#stopper?.abort();
    this.#panel?.dispose();
  }

  /** One request, after asking what must be asked. */
  async send(changeValues = false): Promise<void> {
    if (!(await isTrusted(l10n.t('A preview sends a request: nothing is sent in a workspace that you do not trust.'))))
      return;
    if (this.#stopper) {
      this.#panel?.reveal();
      return;
    }
    // From here on, so that a second click while values are asked for sends no second request.
    const stopper = new AbortController();
    this.#stopper = stopper;
    try {
      if ('path' in this.subject && !(await workflowFile({ uri: this.origin.toString() }))) return;
      const prepared = await prepareRequest(this.services, this.origin, this.subject, changeValues);
      if (prepared) await this.#exchange(prepared, stopper);
    } finally {
      this.#stopper = undefined;
      this.#update();
    }
  }

  async #exchange(prepared: PreparedPreview, stopper: AbortController): Promise<void> {
    const { fullName } = prepared.task;
    this.#update();
    const { ask } = new Confirmation(this.services.addresses);
    const network = this.services.network(this.origin);
    const result = await cancellable(l10n.t('Preview of {0}', fullName), stopper, (signal) =>
      send(prepared, ask, network, signal),
    );
    this.#stopper = undefined;
    if (result === 'cancelled') window.setStatusBarMessage(l10n.t('The preview was cancelled.'), 5000);
    else if (result.kind === 'declined') window.setStatusBarMessage(l10n.t('Nothing was sent.'), 5000);
    else {
      const { status } = result.response ?? {};
      this.services.log.info(`Preview of ${fullName}: ${status ?? 'no response'}, ${result.verdict.kind}`);
      this.#take(prepared, result);
      this.#certificateProblems = result.certificateProblems;
      await this.#show();
    }
  }

  #take(prepared: PreparedPreview, sent: Sent): void {
    this.#before = this.#sent && textOf(this.#sent);
    this.#difference = this.#before === undefined ? undefined : this.#before === textOf(sent) ? 'same' : 'other';
    this.#prepared = prepared;
    this.#sent = sent;
  }

  async #show(): Promise<void> {
    const { answer, services } = this;
    if (!answer) return;
    const { sent, prepared } = answer;
    const from = window.activeTextEditor;
    if (sent.definition) await services.documents.show(this.document, sent.definition.text);
    else await services.documents.close(this.document);
    services.lenses.refresh();
    await this.#openPanel(sent.definition !== undefined);
    if (from) await window.showTextDocument(from.document, { viewColumn: from.viewColumn ?? ViewColumn.One });
    this.#offer(prepared, sent);
  }

  /** Below the workflow that came, else beside the source. */
  async #openPanel(below: boolean): Promise<void> {
    if (this.#panel) this.#panel.reveal();
    else {
      if (below) await commands.executeCommand('workbench.action.newGroupBelow');
      this.#panel = PreviewPanel.open(
        this.services.extension,
        below ? ViewColumn.Active : ViewColumn.Beside,
        (message) => this.#perform(message),
        () => this.#closed(),
      );
    }
    this.#update();
  }

  /** Takes over the panel that VS Code kept over a reload. */
  restore(panel: WebviewPanel): void {
    this.#panel = PreviewPanel.of(
      panel,
      this.services.extension,
      (message) => this.#perform(message),
      () => this.#closed(),
    );
    this.#update();
  }

  #closed(): void {
    this.#panel = undefined;
  }

  #update(): void {
    const target = { uri: this.source.toString(), task: this.subject.task };
    const content: PanelContent = {
      target,
      sent: this.#sent,
      warnings: this.#prepared?.warnings ?? [],
      certificateProblems: this.#certificateProblems,
      busy: this.#stopper !== undefined,
      difference: this.#difference,
    };
    this.#panel?.show(panelModel(content, say));
  }

  /** At the task: what would change the verdict. */
  #offer(prepared: PreparedPreview, sent: Sent): void {
    if (!('path' in this.subject)) return;
    const offered = sent.verdict.mends.flatMap((mend) => {
      const edit = mendEdit(prepared, mend);
      return edit ? [{ title: say(mend.title), edit }] : [];
    });
    this.services.mendings.show(prepared.task.place, verdictLine(sent, say), offered);
  }

  #perform(message: PanelMessage): void {
    this.services.guard(() => this.#do(message));
  }

  async #do(message: PanelMessage): Promise<void> {
    switch (message.type) {
      case 'action':
        return this.#act(message.id);
      case 'mend':
        return this.#mend(message.index);
      case 'follow':
        return this.follow(message.task);
      case 'reveal':
        return this.#reveal(message.task);
      case 'ready':
        return this.#update();
    }
  }

  async #act(id: Extract<PanelMessage, { type: 'action' }>['id']): Promise<void> {
    if (id === 'send') return this.send();
    if (id === 'values') return this.send(true);
    if (id === 'cancel') return this.#stopper?.abort();
    const { answer } = this;
    if (!answer) return;
    const { prepared, sent } = answer;
    const workflow = sent.definition?.text;
    if (id === 'curl' || id === 'curlWithSecrets') return copyAsCurl(prepared, id === 'curlWithSecrets');
    if (id === 'diff') return this.#compare(sent);
    if (workflow === undefined) return;
    if (id === 'workflow') return this.services.documents.show(this.document, workflow);
    if (id === 'untitled') return openAsNew(workflow);
    return saveToProject(prepared, workflow);
  }

  async #compare(sent: Sent): Promise<void> {
    if (this.#before === undefined) return;
    const { task } = this.subject;
    const extension = sent.definition ? 'dig' : 'txt';
    const before = previewUri(this.source, `last/${task}.${extension}`);
    const after = previewUri(this.source, `${task}.${extension}`);
    const title = l10n.t('{0}: last preview and this one', task);
    await this.services.documents.compare([before, this.#before], [after, textOf(sent)], title);
  }

  /** The task may stand elsewhere by now: it is looked for anew. */
  async #mend(index: number): Promise<void> {
    const mend = this.#sent?.verdict.mends[index];
    if (!mend || !('path' in this.subject) || !(await workflowFile({ uri: this.origin.toString() }))) return;
    const prepared = await prepareRequest(this.services, this.origin, this.subject);
    const edit = prepared && mendEdit(prepared, mend);
    if (!edit) {
      window.showInformationMessage(l10n.t('This has to be written by hand: {0}', `${mend.option}: ${mend.value}`));
      return;
    }
    const document = await workspace.openTextDocument(Uri.file(edit.path));
    await window.showTextDocument(document, ViewColumn.One);
    await workspace.applyEdit(workspaceEdit(document, edit));
  }

  async #reveal(task: string): Promise<void> {
    const { definition } = this.#sent ?? {};
    const found = definition?.tasks.find(({ fullName }) => fullName === task);
    if (!definition || !found) return;
    await this.services.documents.show(this.document, definition.text);
    const editor = window.activeTextEditor;
    if (editor?.document.uri.toString() !== this.document.toString()) return;
    const [start, end] = [editor.document.positionAt(found.start), editor.document.positionAt(found.end)];
    editor.selections = [new Selection(start, end)];
    editor.revealRange(editor.selection);
  }
}

/** What is compared from one preview to the next. */
function textOf({ definition, body }: Sent): string {
  return definition?.text ?? body ?? '';
}
