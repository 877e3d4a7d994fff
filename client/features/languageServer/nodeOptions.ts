/**
 * How node runs the language server. Nearly all that a check makes is garbage when it is done: in a young generation of 32 MB, twice node's own,
 * most of it is dead before anybody looks (`npm run bench -- through`).
 */
export const nodeOptions = ['--max-semi-space-size=32'] as const;
