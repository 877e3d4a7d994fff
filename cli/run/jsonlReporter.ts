import { StringDecoder } from 'node:string_decoder';
import type { RunEvent } from '../../runner/events.ts';
import type { StartError } from '../../runner/startError.ts';
import type { Reporter } from './reporter.ts';
import type { Writer } from './writer.ts';

/** A JSON object a line: the events as runner/events.ts has them; of output the text instead of the bytes. */
export class JsonlReporter implements Reporter {
  readonly #decoders = new Map<number, StringDecoder>();

  constructor(readonly out: Writer) {}

  event(event: RunEvent): Promise<void> {
    return this.out.write(`${JSON.stringify(event.type === 'output' ? this.#decoded(event) : event)}\n`);
  }

  /** A line of its own kind, so that a program need not read what is written for people. */
  refused({ shown, files, place }: StartError): Promise<void> {
    const wrong = place ? [...files, place.path] : files;
    const line = { type: 'run-refused', time: Date.now(), message: shown, files: wrong };
    return this.out.write(`${JSON.stringify(line)}\n`);
  }

  close(): Promise<void> {
    return this.out.close();
  }

  /** A character that is cut in two comes with the piece that ends it. */
  #decoded({ chunk, ...rest }: Extract<RunEvent, { type: 'output' }>): object {
    const decoder = this.#decoders.get(rest.task.id) ?? new StringDecoder('utf8');
    this.#decoders.set(rest.task.id, decoder);
    return { ...rest, text: decoder.write(Buffer.from(chunk)) };
  }
}
