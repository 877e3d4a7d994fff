/** Resolves when the event loop has gone round once: what came in meanwhile has been read. */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** Resolves when a message that had already arrived has been handled: one turn to read it, one to handle it. */
export async function quietTurns(): Promise<void> {
  await turn();
  await turn();
}

/** How long work may keep others waiting, in milliseconds: less than anybody notices, and long enough that the turns themselves cost nothing. */
const longest = 5;

/**
 * The items of long work, one after the other: others have a turn before the first, and between two of them whenever the work has gone on for a
 * while. `hand` is called before each turn of others and in the end: what was made until then can be handed out at once.
 */
export async function* inTurns<T>(items: Iterable<T>, hand: () => void = () => {}): AsyncGenerator<T> {
  let since = Number.NEGATIVE_INFINITY;
  try {
    for (const item of items) {
      if (performance.now() - since > longest) {
        hand();
        await turn();
        since = performance.now();
      }
      yield item;
    }
  } finally {
    hand();
  }
}
