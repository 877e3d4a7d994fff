import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { RunEvent } from '../../runner/events.ts';
import type { StartError } from '../../runner/startError.ts';
import type { Reporter } from './reporter.ts';

/** Keeps each task's output in a file of its own, `<dir>/<session time>/<task>.log`, besides showing it. */
export class TaskLogs implements Reporter {
  #directory = '';

  constructor(
    readonly directory: string,
    readonly shown: Reporter,
  ) {}

  event(event: RunEvent): void | Promise<void> {
    if (event.type === 'run-started') {
      this.#directory = join(this.directory, event.sessionTime.replaceAll(':', ''));
      mkdirSync(this.#directory, { recursive: true });
    }
    if (event.type === 'output') appendFileSync(join(this.#directory, `${event.task.name}.log`), event.chunk);
    return this.shown.event(event);
  }

  async refused(error: StartError): Promise<void> {
    await this.shown.refused?.(error);
  }

  close(): Promise<void> {
    return this.shown.close();
  }
}
