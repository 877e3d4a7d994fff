import type { FileSystem } from './project/fileSystem.ts';
import { type LoadedFile, loadFile } from './project/load.ts';
import { dirname } from './project/paths.ts';
import { type FileRole, Project } from './project/project.ts';
import type { Finding, Severity } from './rules/finding.ts';
import { rules } from './rules/registry.ts';
import type { RuleContext, RuleOptions } from './rules/rule.ts';
import { suppress } from './rules/suppressions.ts';
import { unusedSuppression } from './rules/unused-suppression.ts';
import { yaml } from './rules/yaml.ts';
import { type CompiledFile, compileWorkflow } from './workflow/compile.ts';
import { walkTasks } from './workflow/taskNode.ts';
import type { YamlDocument } from './yaml/node.ts';

export interface CheckOptions {
  /** The project of the file, where it is known; else the file's own directory is one. */
  readonly project?: Project;
  /** The file as it was loaded before, where its text and its includes are unchanged. */
  readonly loaded?: LoadedFile;
  /** Severities by rule id; `off` switches a rule off. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
  readonly knownOperators?: readonly string[];
  readonly target?: RuleOptions['target'];
}

/** All that a check of one file makes: findings for reports, the rest for the features that show the file. */
export interface CheckedFile {
  readonly path: string;
  readonly project: Project;
  readonly role: FileRole;
  readonly file: LoadedFile;
  /** Undefined of fragments and of texts without a config. */
  readonly compiled: CompiledFile | undefined;
  /** Sorted by path and place. Some may lie in included files. */
  readonly findings: readonly Finding[];
}

/**
 * Everything that is wrong with one file: what Digdag refuses now, what it would refuse at run time, and what the rules find.
 * @returns undefined where there is no such file
 */
export function checkFile(fs: FileSystem, path: string, options: CheckOptions = {}): CheckedFile | undefined {
  const project = options.project ?? new Project(fs, dirname(path));
  const file = options.loaded ?? loadFile(fs, path);
  if (!file) return undefined;
  const role = project.roleOf(path);
  const compiled =
    role === 'fragment' || !file.config
      ? undefined
      : compileWorkflow(project.nameOf(path), file.config, { called: role === 'called' });
  const checked = { path, project, role, file, compiled };
  return { ...checked, findings: findingsOf(fs, checked, options) };
}

function findingsOf(fs: FileSystem, checked: Omit<CheckedFile, 'findings'>, options: CheckOptions): Finding[] {
  const { path, file, compiled } = checked;
  const severities = options.severities ?? {};
  const context: RuleContext = {
    ...checked,
    fs,
    text: file.text,
    document: file.document,
    config: file.config,
    root: compiled?.root,
    tasks: compiled ? [...walkTasks(compiled.root)] : [],
    workflow: compiled?.workflow,
    problems: compiled?.problems ?? [],
    options: { knownOperators: new Set(options.knownOperators), target: options.target ?? 'digdag' },
  };
  const cut = cutOf(file.document);
  const found: Finding[] = [];
  for (const rule of rules) {
    const severity = severities[rule.id];
    if (severity === 'off') continue;
    for (const finding of rule.check(context)) {
      if (finding.path === path && finding.start >= cut && rule !== yaml) continue;
      found.push({ ...finding, rule: rule.id, severity: severity ?? finding.severity ?? rule.severity });
    }
  }
  const off = new Set(Object.keys(severities).filter((id) => severities[id] === 'off'));
  const reportUnused = checked.role !== 'fragment' && file.errors.length === 0 && !off.has(unusedSuppression.id);
  return suppress(path, file.text, found, { reportUnused, off }).sort(compareFindings);
}

/** Where a text that is no YAML stops being read as it was meant: the top-level key in which the fault lies, or begins. */
function cutOf({ root, errors }: YamlDocument): number {
  const [error] = errors;
  if (!error) return Number.POSITIVE_INFINITY;
  const begins = error.context && error.context.start >= 0 ? error.context.start : error.start;
  const keys = root?.kind === 'mapping' ? root.pairs.map(({ key }) => key.start) : [];
  return keys.findLast((start) => start <= Math.min(begins, error.start)) ?? 0;
}

/** By path, then place, then rule: the same files always give the same list. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compareText(a.path, b.path) ||
    a.start - b.start ||
    a.end - b.end ||
    compareText(a.rule, b.rule) ||
    compareArgs(a, b)
  );
}

function compareArgs(a: Finding, b: Finding): number {
  return compareText(a.message.args.join('\n'), b.message.args.join('\n'));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
