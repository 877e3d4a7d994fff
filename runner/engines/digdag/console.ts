import { type LogLine, logLineStart, parseLogLine } from './logLine.ts';
import type { Transcript } from './transcript.ts';

const newline = 10;
/** A longer line is passed on in parts: it might never end. */
const longestLine = 64 * 1024;

const frame = /^(?:\tat |\t\.\.\. \d+ |\s*> )/;
const cause = /^(?:Caused by: |\tSuppressed: |Suppressed: |Wrapped by: )/;

/**
 * Digdag's stdout: its log and what the tasks print, in one stream. A line of the log may go on in the next lines: with the rest of a command,
 * with a message and a stack trace.
 */
export class Console {
  #pending: Buffer = Buffer.alloc(0);
  /** Lines that are still to come of a command or message whose length is known. */
  #lines = 0;
  #rest: 'none' | 'message' | 'frames' | 'block' = 'none';

  constructor(
    private readonly transcript: Transcript,
    /** Lets the owner look at each line of the log. */
    private readonly onLog: (line: LogLine) => void,
  ) {}

  async chunk(chunk: Uint8Array): Promise<void> {
    this.#pending = this.#pending.length === 0 ? Buffer.from(chunk) : Buffer.concat([this.#pending, chunk]);
    let start = 0;
    for (let end = this.#pending.indexOf(newline); end >= 0; end = this.#pending.indexOf(newline, start)) {
      await this.#line(this.#pending.subarray(start, end + 1));
      start = end + 1;
    }
    this.#pending = this.#pending.subarray(start);
    if (this.#pending.length > longestLine || this.#isOutput()) await this.#flush();
  }

  /** Nothing more will come. */
  async end(): Promise<void> {
    if (this.#pending.length > 0) await this.#line(this.#pending);
    this.#pending = Buffer.alloc(0);
  }

  async #line(bytes: Buffer): Promise<void> {
    const line = bytes.toString('utf8').replace(/\r?\n$/, '');
    const at = logLineStart(line);
    if (at < 0) {
      if (this.#continues(line)) return;
      this.transcript.settle();
      await this.transcript.output(bytes);
      return;
    }
    this.transcript.settle();
    if (at > 0) await this.transcript.output(bytes.subarray(0, Buffer.byteLength(line.slice(0, at))));
    const read = parseLogLine(line.slice(at));
    if (!read) return;
    this.onLog(read);
    const { lines, rest } = this.transcript.log(read);
    this.#lines = lines;
    this.#rest = rest === 'trace' ? 'message' : rest;
  }

  /** Whether a line still belongs to the last one of the log. */
  #continues(line: string): boolean {
    if (this.#lines > 0) {
      this.#lines--;
      this.transcript.more(line);
      return true;
    }
    switch (this.#rest) {
      case 'none':
        return false;
      case 'block':
        if (line === '') this.#rest = 'none';
        else this.transcript.more(line);
        return true;
      default:
        return this.#continuesTrace(line);
    }
  }

  #continuesTrace(line: string): boolean {
    if (frame.test(line)) this.#rest = 'frames';
    else if (cause.test(line)) this.#rest = 'message';
    else if (this.#rest === 'frames') this.#rest = 'none';
    else this.transcript.more(line);
    return this.#rest !== 'none';
  }

  /** Whether what has come of a line can be no line of the log and no rest of one: a task shows its progress so. */
  #isOutput(): boolean {
    const [first] = this.#pending;
    const isDigit = first !== undefined && first >= 0x30 && first <= 0x39;
    return first !== undefined && !isDigit && first !== 0x1b && this.#rest === 'none' && this.#lines === 0;
  }

  async #flush(): Promise<void> {
    await this.transcript.output(this.#pending);
    this.#pending = Buffer.alloc(0);
  }
}
