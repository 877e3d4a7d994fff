import type { RunEvent } from '../../runner/events.ts';
import type { StartError } from '../../runner/startError.ts';

/** Shows a run to its reader. */
export interface Reporter {
  /** Resolves when the next event may come; only output has to wait for that. */
  event(event: RunEvent): void | Promise<void>;
  /** The run could not start. */
  refused?(error: StartError): void | Promise<void>;
  /** Everything that was told is written. */
  close(): Promise<void>;
}
