import { l10n, type Memento, window } from 'vscode';
import type { Text } from '../../../core/text/text.ts';
import type { Question } from '../../../runner/preview/guards.ts';
import { requestPreview } from './requestPreview.ts';

const allowedKey = 'digkit.preview.allowedAddresses';

/** Asks a person in a modal dialog; what must not be sent without a word is shown in it. */
export class Confirmation {
  constructor(
    private readonly state: Memento,
    private readonly say: (text: Text) => string,
  ) {}

  readonly ask = async (question: Question): Promise<boolean> => {
    const send = l10n.t('Send');
    if (question.kind !== 'private-address') return (await this.#modal(question, send)) === send;
    const address = question.message.args.join(' ');
    if (this.#allowed.includes(address)) return true;
    const always = l10n.t('Always in This Workspace');
    const chosen = await this.#modal(question, l10n.t('Connect'), always);
    if (chosen === always) await this.state.update(allowedKey, [...this.#allowed, address]);
    return chosen !== undefined;
  };

  get #allowed(): readonly string[] {
    return this.state.get<readonly string[]>(allowedKey, []);
  }

  #modal({ message, request }: Question, ...buttons: string[]): Thenable<string | undefined> {
    return window.showWarningMessage(this.say(message), { modal: true, detail: requestPreview(request) }, ...buttons);
  }
}
