import { relative, resolve } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { type Target, targets as targetNames } from '../core/catalog/targets/target.ts';
import type { Severity } from '../core/rules/finding.ts';
import { rules } from '../core/rules/registry.ts';
import { render } from '../core/text/text.ts';
import { nodeFileSystem } from '../host/nodeFileSystem.ts';
import { version } from '../package.json';
import { checkAll } from './check/checkAll.ts';
import { fixAll } from './check/fixAll.ts';
import { targets } from './check/targets.ts';
import { githubReport } from './report/github.ts';
import { jsonReport } from './report/json.ts';
import { entries, type Report } from './report/report.ts';
import { sarifReport } from './report/sarif.ts';
import { textReport } from './report/text.ts';
import { styleFor } from './style.ts';
import { slashed } from './workflowFile.ts';

const formats = ['text', 'json', 'sarif', 'github'] as const;

interface Options {
  readonly format: (typeof formats)[number];
  readonly fix?: true;
  readonly target: Target;
  /** Severities by rule id. */
  readonly severity: Severities;
}

type Severities = Readonly<Record<string, Severity | 'off'>>;

const levels: readonly string[] = ['error', 'warning', 'information', 'hint', 'off'] satisfies readonly (
  | Severity
  | 'off'
)[];

/** `digkit check [paths]`. Exit code 0: nothing worse than a hint; 1: errors or warnings; 2: something could not be checked. */
export function register(program: Command): void {
  const command = program.command('check').description('Say what is wrong with workflows, as Digdag would and beyond.');
  command
    .argument('[paths...]', 'workflow files, or folders whose .dig files are checked', ['.'])
    .addOption(command.createOption('--format <format>', 'how findings are shown').choices(formats).default('text'))
    .option('--fix', 'apply the fixes that cannot change what a workflow does')
    .addOption(
      command.createOption('--target <target>', 'where the workflows run').choices(targetNames).default('digdag'),
    )
    .option(
      '--severity <rule=level>',
      `the severity of a rule's findings: ${levels.join(', ')}; may be repeated`,
      withSeverity,
      {},
    )
    .action((paths: string[], options: Options) => {
      process.exitCode = check(paths, options);
    });
}

/** One more `RULE=LEVEL`. Throws commander's error, which ends with exit code 2, where there is no such rule or level. */
function withSeverity(written: string, before: Severities): Severities {
  const [id = '', level = ''] = written.split('=');
  if (!rules.some((rule) => rule.id === id)) throw new InvalidArgumentError(`There is no rule ${id}.`);
  if (!isLevel(level)) throw new InvalidArgumentError(`A level is one of ${levels.join(', ')}.`);
  return { ...before, [id]: level };
}

function isLevel(level: string): level is Severity | 'off' {
  return levels.includes(level);
}

function check(paths: readonly string[], options: Options): number {
  const found = targets(
    paths.map((path) => slashed(resolve(path))),
    slashed(process.cwd()),
  );
  for (const problem of found.problems) process.stderr.write(`digkit check: ${problem}\n`);
  if (found.files.length === 0) return 2;
  const settings = { target: options.target, severities: options.severity };
  if (options.fix) {
    const { files, problems } = fixAll(() => checkAll(found, settings).findings);
    for (const problem of problems) process.stderr.write(`digkit check: ${problem}\n`);
    for (const path of files) process.stderr.write(`digkit check: mended ${shown(path)}\n`);
  }
  const { findings, unread } = checkAll(found, settings);
  for (const path of unread)
    process.stderr.write(`digkit check: ${path} cannot be read, or is too large for a workflow.\n`);
  // a file that is gone by now has no lines to show
  const text = (path: string) => nodeFileSystem.read(path)?.text ?? '';
  const report: Report = { files: found.files.length - unread.length, entries: entries(findings, shown, text) };
  process.stdout.write(printed(report, options.format));
  if (found.problems.length + unread.length > 0) return 2;
  return findings.some(({ severity }) => severity === 'error' || severity === 'warning') ? 1 : 0;
}

function printed(report: Report, format: Options['format']): string {
  switch (format) {
    case 'text':
      return textReport(report, styleFor(process.stdout, process.env), process.stdout.columns);
    case 'json':
      return jsonReport(report);
    case 'sarif':
      return sarifReport(
        report,
        rules.map(({ id, summary, docs }) => ({ id, summary: render(summary), docs: render(docs) })),
        version,
      );
    case 'github':
      return githubReport(report);
  }
}

function shown(path: string): string {
  const below = slashed(relative(process.cwd(), path));
  return below.startsWith('../') ? path : below;
}
