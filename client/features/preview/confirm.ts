import { l10n, window } from 'vscode';
import type { TargetAddress } from '../../../runner/net/sent.ts';
import { placeOf, type Question } from '../../../runner/preview/guards.ts';
import { say } from '../../platform/say.ts';
import type { AllowedAddresses } from './allowedAddresses.ts';
import { requestPreview } from './requestPreview.ts';

/** Asks a person in modal dialogs what one preview may do; what must not be sent without a word is shown in them. */
export class Confirmation {
  /** Host and port of the request that the person has read and said yes to. */
  #agreed: string | undefined;

  constructor(private readonly addresses: AllowedAddresses) {}

  readonly ask = async (question: Question): Promise<boolean> => {
    if (question.address) return this.#mayConnect(question, question.address);
    const send = l10n.t('Send');
    if ((await this.#modal(question, send)) !== send) return false;
    const { host, port } = question.server;
    this.#agreed = `${host} ${port}`;
    return true;
  };

  /** An address that the person has just read in the request itself (127.0.0.1) is not asked for again; one behind a name is. */
  async #mayConnect(question: Question, target: TargetAddress): Promise<boolean> {
    const { host, ip, port } = target;
    const address = placeOf(target);
    const isWritten = host === ip && this.#agreed === `${host} ${port}`;
    if (isWritten || this.addresses.all.includes(address)) return true;
    const always = l10n.t('Always in This Workspace');
    const chosen = await this.#modal(question, l10n.t('Connect'), always);
    if (chosen === always) await this.addresses.allow(address);
    return chosen !== undefined;
  }

  #modal({ message, request }: Question, ...buttons: string[]): Thenable<string | undefined> {
    return window.showWarningMessage(say(message), { modal: true, detail: requestPreview(request) }, ...buttons);
  }
}
