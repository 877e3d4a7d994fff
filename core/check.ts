import type { FileSystem } from './project/fileSystem.ts';
import { type LoadedFile, loadFile } from './project/load.ts';
import { dirname } from './project/paths.ts';
import { type FileRole, Project } from './project/project.ts';
import type { Finding, Place, Severity } from './rules/finding.ts';
import { uniqueFindings } from './rules/order.ts';
import { rules } from './rules/registry.ts';
import type { RuleContext, RuleOptions } from './rules/rule.ts';
import { loadRules } from './rules/support/loadErrors.ts';
import { suppress } from './rules/suppressions.ts';
import { unusedSuppression } from './rules/unused-suppression.ts';
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
  /** Undefined of fragments, of texts without a config, and of those whose aliases make more copies than anyone can look at. */
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
    role === 'fragment' || !file.config || file.errors.some(({ java }) => java === 'OutOfMemoryError')
      ? undefined
      : compileWorkflow(project.nameOf(path), file.config, { called: role === 'called' });
  const checked = { path, project, role, file, compiled };
  return { ...checked, findings: findingsOf(fs, checked, options) };
}

function findingsOf(fs: FileSystem, checked: Omit<CheckedFile, 'findings'>, options: CheckOptions): Finding[] {
  const { path, file, compiled } = checked;
  const severities = options.severities ?? {};
  const shared = new Map<unknown, unknown>();
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
    once(compute) {
      // a function always makes the same type, which a map of different ones cannot tell
      if (!shared.has(compute)) shared.set(compute, compute(context));
      return shared.get(compute) as ReturnType<typeof compute>;
    },
  };
  const found: Finding[] = [];
  const isBeyond = unreadable(file);
  for (const rule of rules) {
    const severity = severities[rule.id];
    if (severity === 'off') continue;
    const isAboutLoading = loadRules.has(rule.id);
    for (const finding of rule.check(context)) {
      if (!isAboutLoading && isBeyond(finding)) continue;
      found.push({ ...finding, rule: rule.id, severity: severity ?? finding.severity ?? rule.severity });
    }
  }
  const off = new Set(Object.keys(severities).filter((id) => severities[id] === 'off'));
  const reportUnused = checked.role !== 'fragment' && file.errors.length === 0 && !off.has(unusedSuppression.id);
  return uniqueFindings(suppress(path, file.text, found, { reportUnused, off }));
}

/** Whether a place lies where a text was not read as it was meant, so that nothing but the fault itself can be said of it. */
function unreadable({ path, document, errors }: LoadedFile): (place: Place) => boolean {
  const cut = cutOf(document);
  const brokenIncludes = new Set(errors.map((error) => error.path).filter((broken) => broken !== path));
  return (place) => (place.path === path ? place.start >= cut : brokenIncludes.has(place.path));
}

/** Where a text that is no YAML stops being read as it was meant: the top-level key in which the fault lies, or begins. */
function cutOf({ root, errors }: YamlDocument): number {
  const [error] = errors;
  if (!error) return Number.POSITIVE_INFINITY;
  const begins = error.context && error.context.start >= 0 ? error.context.start : error.start;
  const keys = root?.kind === 'mapping' ? root.pairs.map(({ key }) => key.start) : [];
  return keys.findLast((start) => start <= Math.min(begins, error.start)) ?? 0;
}
