import { Command, CommanderError } from 'commander';
import { version } from '../package.json';

/** The subcommands, each loaded only when it is asked for: `digkit run` does not pay for the checker's or the server's code. */
const commands: Readonly<Record<string, () => Promise<{ register(program: Command): void }>>> = {
  check: () => import('./check.ts'),
  run: () => import('./run.ts'),
  preview: () => import('./preview.ts'),
  resolve: () => import('./resolve.ts'),
  format: () => import('./format.ts'),
  lsp: () => import('./lsp.ts'),
};

/**
 * `digkit <command> …`: runs one command and resolves to the exit code (0 done, 1 findings or a failed run, 2 could not).
 * Commands say what went wrong themselves; only a defect of Digkit reaches the top.
 */
export async function main(args: readonly string[]): Promise<number> {
  const program = new Command('digkit')
    .description("Digdag's .dig workflows: check, run, preview, resolve and format them.")
    .version(version, '-V, --version')
    .showHelpAfterError('(digkit --help shows the commands, digkit help COMMAND its options)')
    .exitOverride();
  const asked = args.find((arg) => arg in commands);
  const names = asked ? [asked] : Object.keys(commands);
  for (const name of names) (await commands[name]?.())?.register(program);
  for (const command of program.commands) command.exitOverride().showSuggestionAfterError(true);
  try {
    await program.parseAsync(args, { from: 'user' });
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
}
