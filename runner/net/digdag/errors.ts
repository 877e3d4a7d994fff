/** What a server says that does not do what it was asked for: 4xx and 5xx, and redirects that are not followed. */
export class DigdagError extends Error {
  constructor(
    readonly status: number,
    /** Digdag's own message; undefined where the answer has none (an empty 404, an HTML page). */
    readonly words: string | undefined,
    /** What a person can read of an answer that is not Digdag's: the visible text of an HTML page, shortened. */
    readonly page: string | undefined,
    /** The wait that a 429 or 503 asks for, in seconds. */
    readonly retryAfter: number | undefined,
  ) {
    super(words ?? (page === undefined ? `HTTP ${status}` : `HTTP ${status}: ${page}`));
    this.name = 'DigdagError';
  }
}

/** An answer that is not what Digdag sends; the message says which field is wrong, and never a value. */
export class AnswerError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'AnswerError';
  }
}

/** An endpoint that is no address of a server. The message does not repeat it: it may hold a password. */
export class EndpointError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'EndpointError';
  }
}
