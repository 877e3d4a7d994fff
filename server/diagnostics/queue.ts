import { quietTurns } from '../turns.ts';
import type { OpenDocument } from '../workspace/openDocument.ts';

/**
 * The documents that wait for their check, the one that was changed last first. Without a fixed delay: a check begins as soon as no more messages
 * are there, and what it found is dropped where the document has changed before it could be shown.
 */
export class DiagnosticsQueue {
  readonly #check: (document: OpenDocument) => Promise<() => void>;
  readonly #failed: (error: unknown) => void;
  readonly #isBusy: () => boolean;
  readonly #afterwards: (isUrgent: () => boolean) => Promise<void>;
  #waiting: OpenDocument[] = [];
  #running = false;
  /** Counts the additions, so that a burst of them is noticed. */
  #additions = 0;

  /**
   * @param check makes the check, and gives back what shows its findings
   * @param isBusy whether someone waits for an answer: a check does not go before it
   * @param afterwards what is done when no document waits, until one does
   */
  constructor(
    check: (document: OpenDocument) => Promise<() => void>,
    failed: (error: unknown) => void,
    isBusy: () => boolean,
    afterwards: (isUrgent: () => boolean) => Promise<void>,
  ) {
    this.#check = check;
    this.#failed = failed;
    this.#isBusy = isBusy;
    this.#afterwards = afterwards;
  }

  add(documents: readonly OpenDocument[]): void {
    this.#additions++;
    this.#waiting = [...documents, ...this.#waiting.filter((document) => !documents.includes(document))];
    if (this.#running) return;
    this.#running = true;
    this.#run()
      .catch(this.#failed)
      .finally(() => {
        this.#running = false;
        if (this.#waiting.length > 0) this.add([]);
      });
  }

  drop(document: OpenDocument): void {
    this.#waiting = this.#waiting.filter((other) => other !== document);
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      await this.#quiet();
      const document = this.#waiting.shift();
      if (!document) return;
      const { version } = document;
      const show = await this.#check(document);
      await quietTurns();
      if (document.version === version && !this.#waiting.includes(document)) show();
    }
    await this.#afterwards(() => this.#waiting.length > 0);
  }

  /** Waits as long as additions arrive turn by turn, and for answers that are due. */
  async #quiet(): Promise<void> {
    let seen: number;
    do {
      seen = this.#additions;
      await quietTurns();
    } while (seen !== this.#additions || this.#isBusy());
  }
}
