import { type ExtensionContext, type LogOutputChannel, languages, Uri, type WebviewPanel } from 'vscode';
import type { RequestTarget } from '../../../runner/preview/targets.ts';
import { previewScheme } from '../../../server/protocol.ts';
import { networkSettings } from '../../platform/networkSettings.ts';
import { pathOf } from '../../platform/paths.ts';
import type { ProjectSecrets } from '../../platform/secretStorage.ts';
import type { ChosenSessions } from '../../platform/settings.ts';
import type { Target } from '../../platform/target.ts';
import { AllowedAddresses } from './allowedAddresses.ts';
import { chooseTask } from './chooseTask.ts';
import { forget } from './forget.ts';
import { Mendings } from './mendings.ts';
import { type PreviewServices, projectOf } from './prepareRequest.ts';
import { Preview } from './preview.ts';
import { PreviewDocuments } from './previewDocuments.ts';
import { RememberedValues } from './rememberedValues.ts';
import { ReturnedLenses } from './returnedLenses.ts';

/**
 * The previews of a window, one a task. This file is a bundle of its own, loaded by the first preview: it brings the compiler, the evaluator
 * and the views, which nothing else in the client needs.
 */
export class Previews {
  readonly #all = new Map<string, Preview>();
  readonly #services: PreviewServices;

  constructor(
    context: ExtensionContext,
    secrets: ProjectSecrets,
    sessions: ChosenSessions,
    log: LogOutputChannel,
    guard: (run: () => Promise<void> | void) => void,
  ) {
    const documents = new PreviewDocuments();
    const mendings = new Mendings();
    const lenses = new ReturnedLenses((uri) => this.#of(uri)?.answer?.sent.definition?.tasks ?? []);
    this.#services = {
      extension: context.extensionUri,
      documents,
      values: new RememberedValues(context.workspaceState, secrets),
      addresses: new AllowedAddresses(context.workspaceState),
      mendings,
      lenses,
      log,
      network: networkSettings,
      runSettings: (uri) => sessions.runSettings(uri),
      guard,
    };
    context.subscriptions.push(
      documents,
      mendings,
      languages.registerCodeLensProvider({ scheme: previewScheme }, lenses),
    );
  }

  /**
   * @param uri of a workflow's file, or of a workflow that a preview brought
   * @param atCursor whether the cursor says which task is meant, where `task` does not
   */
  async send(
    uri: Uri,
    task: string | undefined,
    operator: RequestTarget['operator'] | undefined,
    atCursor: boolean,
  ): Promise<void> {
    if (uri.scheme === previewScheme) return this.#follow(uri, task);
    const named =
      task === undefined ? await chooseTask(uri, operator, atCursor) : { path: pathOf(uri), fullName: task };
    if (!named) return;
    const file = named.path === pathOf(uri) ? uri : Uri.file(named.path);
    await this.#ofFile(file, named.fullName).send();
  }

  restore(panel: WebviewPanel, { uri, task }: Required<Target>): void {
    const file = Uri.parse(uri, true);
    if (file.scheme === 'file') this.#ofFile(file, task).restore(panel);
    else panel.dispose();
  }

  async forget(uri: Uri): Promise<void> {
    await forget(projectOf(uri), this.#services.values, this.#services.addresses);
  }

  #ofFile(file: Uri, task: string): Preview {
    const key = keyOf(file, task);
    const known = this.#all.get(key);
    if (known) return known;
    const made: Preview = new Preview(this.#services, file, file, { path: pathOf(file), task }, (nested) =>
      this.#follow(made.document, nested),
    );
    this.#all.set(key, made);
    return made;
  }

  /** One step into a workflow that came: its task is asked for as any other. */
  async #follow(document: Uri, task: string | undefined): Promise<void> {
    const caller = this.#of(document);
    const { answer } = caller ?? {};
    const workflow = answer?.sent.definition?.workflow;
    const requests = answer?.sent.definition?.tasks.filter(
      ({ operator }) => operator === 'http' || operator === 'http_call',
    );
    const wanted = task ?? requests?.[0]?.fullName;
    if (!caller || !answer || !workflow || wanted === undefined) return;
    const subject = { task: wanted, from: answer.prepared, workflow };
    const made: Preview = new Preview(this.#services, caller.settingsFrom, document, subject, (nested) =>
      this.#follow(made.document, nested),
    );
    const before = this.#all.get(keyOf(document, wanted));
    before?.close();
    this.#all.set(keyOf(document, wanted), made);
    await made.send();
  }

  #of(document: Uri): Preview | undefined {
    const wanted = document.toString();
    return [...this.#all.values()].find((preview) => preview.document.toString() === wanted);
  }
}

function keyOf(source: Uri, task: string): string {
  return `${source.toString()} ${task}`;
}
