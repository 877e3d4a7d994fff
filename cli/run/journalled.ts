import type { RunEvent } from '../../runner/events.ts';
import type { Journal } from '../../runner/journal/journal.ts';
import type { StartError } from '../../runner/startError.ts';
import type { Reporter } from './reporter.ts';

/** Keeps the journal that an editor asked for, besides showing the run. */
export class Journalled implements Reporter {
  constructor(
    private readonly journal: Journal,
    private readonly shown: Reporter,
  ) {}

  event(event: RunEvent): void | Promise<void> {
    this.journal.event(event);
    return this.shown.event(event);
  }

  refused(error: StartError): void | Promise<void> {
    this.journal.refused(error.withFile);
    return this.shown.refused?.(error);
  }

  close(): Promise<void> {
    this.journal.close();
    return this.shown.close();
  }
}
