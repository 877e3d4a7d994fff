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
