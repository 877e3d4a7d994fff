import { relative, resolve } from 'node:path';
import type { Command } from 'commander';
import { format } from '../core/format/format.ts';
import { applyEdits } from '../core/rules/applyEdits.ts';
import { render } from '../core/text/text.ts';
import { nodeFileSystem } from '../host/nodeFileSystem.ts';
import { targets } from './check/targets.ts';
import { replaceFile } from './replaceFile.ts';
import { slashed } from './workflowFile.ts';

interface Options {
  readonly check?: true;
}

/** `digkit format [paths]`. Exit code 0: all files are formatted; 1: with `--check`, some are not; 2: something could not be formatted. */
export function register(program: Command): void {
  program
    .command('format')
    .description('Lay out workflows evenly: only white space changes, never the meaning.')
    .argument('[paths...]', 'workflow files, or folders whose .dig files are formatted', ['.'])
    .option('--check', 'write nothing; name the files that are not formatted')
    .action((paths: string[], options: Options) => {
      process.exitCode = formatAll(paths, options);
    });
}

function formatAll(paths: readonly string[], { check }: Options): number {
  const found = targets(
    paths.map((path) => slashed(resolve(path))),
    slashed(process.cwd()),
  );
  const problems = [...found.problems];
  let changed = 0;
  for (const path of found.files) {
    try {
      const text = formattedText(path);
      if (text === undefined) continue;
      if (!check) replaceFile(path, text);
      process.stdout.write(`${shown(path)}\n`);
      changed++;
    } catch (error) {
      problems.push(`${shown(path)} is left as it is: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  for (const problem of problems) process.stderr.write(`digkit format: ${problem}\n`);
  if (problems.length > 0) return 2;
  return check && changed > 0 ? 1 : 0;
}

/** The text after formatting, undefined where it is formatted already. Throws where it cannot be. */
function formattedText(path: string): string | undefined {
  const file = nodeFileSystem.read(path);
  if (!file) throw new Error('it cannot be read');
  if (file.malformed) throw new Error('it is no UTF-8');
  const result = format(file.text);
  if (!result.ok) throw new Error(render(result.reason));
  return result.edits.length > 0 ? applyEdits(file.text, result.edits) : undefined;
}

function shown(path: string): string {
  const below = slashed(relative(process.cwd(), path));
  return below.startsWith('../') ? path : below;
}
