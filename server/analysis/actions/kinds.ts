/** The kinds of code actions, as LSP writes them; the last word of each says whose they are, for settings like `editor.codeActionsOnSave`. */
export const kinds = {
  quickFix: 'quickfix',
  fixAll: 'source.fixAll.digkit',
  extract: 'refactor.extract',
  inline: 'refactor.inline',
  rewrite: 'refactor.rewrite',
} as const;

/** Whether a client that asks for some kinds wants one. */
export function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return !only || only.some((one) => one === '' || kind === one || kind.startsWith(`${one}.`));
}
