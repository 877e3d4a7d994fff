import type { OutputsBefore } from '../expressions/scopes/variable.ts';
import type { FileSystem } from '../project/fileSystem.ts';
import type { LoadedFile } from '../project/load.ts';
import type { FileRole, Project } from '../project/project.ts';
import type { Finding, Place, Severity } from '../rules/finding.ts';
import { rules } from '../rules/registry.ts';
import type { PlacedTask, RuleContext, RuleOptions } from '../rules/rule.ts';
import type { CompiledFile } from '../workflow/compile.ts';
import { type TaskNode, walkTasks } from '../workflow/taskNode.ts';
import type { Workflow } from '../workflow/workflow.ts';
import type { YamlDocument } from '../yaml/node.ts';
import type { TaskFacts } from './taskFacts.ts';

/** What rules look at: a file, or of a changed file the part that is new. */
export interface Subject {
  readonly fs: FileSystem;
  readonly path: string;
  readonly project: Project;
  readonly role: FileRole;
  readonly file: LoadedFile;
  readonly compiled: CompiledFile | undefined;
  /** Of the whole file. */
  readonly workflow: Workflow | undefined;
  readonly topLevel: readonly PlacedTask[];
  readonly outputs: OutputsBefore;
  readonly options: RuleOptions;
  readonly facts: TaskFacts;
}

/** What rules found, in no order. */
export interface RuleRun {
  readonly findings: readonly Finding[];
  /** The findings of rules about a file as a whole. */
  readonly ofFile: readonly Finding[];
  /** Tasks for which a rule has looked at other tasks beside them. */
  readonly neighbourly: ReadonlySet<TaskNode>;
}

/** Runs all rules that are not switched off. */
export function runRules(subject: Subject, severities: Readonly<Record<string, Severity | 'off'>>): RuleRun {
  const neighbourly = new Set<TaskNode>();
  const context = contextOf(subject, neighbourly);
  const findings: Finding[] = [];
  const ofFile: Finding[] = [];
  const refused = { loader: subject.file.errors, compiler: context.problems };
  const isBeyond = unreadable(subject.file);
  for (const rule of rules) {
    const severity = severities[rule.id];
    if (severity === 'off') continue;
    if (rule.refusedBy && refused[rule.refusedBy].length === 0) continue;
    const into = rule.aboutFile ? ofFile : findings;
    for (const finding of rule.check(context)) {
      if (rule.refusedBy !== 'loader' && isBeyond(finding)) continue;
      into.push({ ...finding, rule: rule.id, severity: severity ?? finding.severity ?? rule.severity });
    }
  }
  return { findings, ofFile, neighbourly };
}

function contextOf(subject: Subject, neighbourly: Set<TaskNode>): RuleContext {
  const { file, compiled } = subject;
  const shared = new Map<unknown, unknown>();
  const context: RuleContext = {
    ...subject,
    text: file.text,
    document: file.document,
    config: file.config,
    root: compiled?.root,
    tasks: compiled ? [...walkTasks(compiled.root)] : [],
    problems: compiled?.problems ?? [],
    looksBeside: (task) => neighbourly.add(task),
    ofTask: (task, find) => subject.facts.of(task, find),
    once(compute) {
      // a function always makes the same type, which a map of different ones cannot tell
      if (!shared.has(compute)) shared.set(compute, compute(context));
      return shared.get(compute) as ReturnType<typeof compute>;
    },
  };
  return context;
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
