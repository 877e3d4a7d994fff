import type { Place } from '../core/rules/finding.ts';

/** Why a run cannot start, in Digdag's words where Digdag has words. Nothing has run, nothing was written. */
export class StartError extends Error {
  constructor(
    message: string,
    /** Java's kind of it: shown in brackets behind the message. */
    readonly kind: string | undefined = undefined,
    /** Files that are wrong, for the places of their faults: see core/check.ts. */
    readonly files: readonly string[] = [],
    /** Where the fault is, where Digdag's words do not name the file: in one of parameters. */
    readonly place: Place | undefined = undefined,
  ) {
    super(message);
    this.name = 'StartError';
  }

  /** As Digdag prints it behind `error: `. */
  get shown(): string {
    return this.kind === undefined ? this.message : `${this.message} (${this.kind})`;
  }

  /** The same in one piece, with the file of the fault. */
  get withFile(): string {
    return this.place ? `${this.place.path}: ${this.shown}` : this.shown;
  }
}
