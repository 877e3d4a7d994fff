/**
 * An exception of Digdag's that ends a task. What can throw it says so, and is called by functions that give it back as data (`caught`); the
 * runner's operators may throw it too.
 * `message` is what `error.message` gets.
 */
export class DigdagError extends Error {
  constructor(
    /** The message of the Java exception. */
    readonly text: string,
    /** The Java class without "Exception", in words: what Digdag appends to the message. `task`: a TaskExecutionException, nothing. */
    readonly kind = 'task',
  ) {
    super(kind === 'task' ? text : `${text} (${kind})`);
  }
}

export function configError(text: string): DigdagError {
  return new DigdagError(text, 'config');
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: DigdagError };

/** Runs `make`, and gives a DigdagError of it back as data. */
export function caught<T>(make: () => T): Result<T> {
  try {
    return { ok: true, value: make() };
  } catch (error) {
    if (error instanceof DigdagError) return { ok: false, error };
    throw error;
  }
}
