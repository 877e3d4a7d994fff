import type { Output } from './writer.ts';

/** How often the line is drawn again, in milliseconds: often enough to look alive, and never in a run that is over at once. */
const interval = 200;

const erase = '\r\u001b[K';
const newline = 10;

/** A terminal with fewer columns has no room for the line. */
const narrowest = 20;

/**
 * Output to a terminal, with a line below everything that says what goes on. It is erased before anything else is written, and not drawn where a
 * line of a task's own output has not ended.
 */
export class LiveOutput implements Output {
  #shown = '';
  #atStart = true;
  #timer: NodeJS.Timeout | undefined;
  /** Where the process ends in the middle of a run. */
  readonly #leave = (): void => {
    if (this.#shown !== '') this.terminal.write(erase);
  };

  constructor(
    readonly out: Output,
    readonly terminal: { readonly columns?: number; write(text: string): unknown },
    /** What goes on now, in one line; empty where nothing does. */
    readonly status: () => string,
  ) {
    this.#timer = setInterval(() => this.#draw(), interval);
    this.#timer.unref();
    process.once('exit', this.#leave);
  }

  write(piece: string | Uint8Array): Promise<void> {
    if (piece.length === 0) return Promise.resolve();
    this.#erase();
    const last = piece.at(-1);
    this.#atStart = last === newline || last === '\n';
    return this.out.write(piece);
  }

  flush(): Promise<void> {
    this.#erase();
    return this.out.flush();
  }

  close(): Promise<void> {
    clearInterval(this.#timer);
    process.off('exit', this.#leave);
    this.#erase();
    return this.out.close();
  }

  #draw(): void {
    if (!this.#atStart) return;
    // A terminal that does not know its size says 0.
    const columns = this.terminal.columns || 80;
    // A line that is as wide as the terminal would be two of them in some.
    const text = columns < narrowest ? '' : clipped(this.status(), columns - 1);
    if (text === this.#shown) return;
    this.#erase();
    this.#shown = text;
    void this.out.write(text);
  }

  #erase(): void {
    if (this.#shown !== '') void this.out.write(erase);
    this.#shown = '';
  }
}

function clipped(text: string, width: number): string {
  const characters = [...text];
  return characters.length <= width ? text : `${characters.slice(0, width - 1).join('')}…`;
}
