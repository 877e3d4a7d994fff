/** A time limit that stands still while a person is asked something. */
export class Countdown {
  #left: number;
  #started = 0;
  #over = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    milliseconds: number,
    private readonly end: () => void,
  ) {
    this.#left = milliseconds;
    this.#start();
  }

  /** Runs something that does not count. */
  readonly outside = async <Result>(run: () => Promise<Result>): Promise<Result> => {
    clearTimeout(this.#timer);
    this.#left -= performance.now() - this.#started;
    try {
      return await run();
    } finally {
      this.#start();
    }
  };

  /** The limit counts no longer. */
  dispose(): void {
    this.#over = true;
    clearTimeout(this.#timer);
  }

  #start(): void {
    if (this.#over) return;
    this.#started = performance.now();
    this.#timer = setTimeout(this.end, Math.max(this.#left, 0));
  }
}
