import type { Command } from 'commander';

/** `digkit lsp`: the language server over standard input and output, for editors other than VS Code. It runs until its client ends it. */
export function register(program: Command): void {
  program
    .command('lsp')
    .description('Be the language server of an editor, over standard input and output.')
    .option('--stdio', 'what it does anyway: many editors add this')
    .action(async () => {
      await import('../server/main.ts');
    });
}
