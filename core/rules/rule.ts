import type { Catalog } from '../catalog/catalog.ts';
import type { OutputsBefore } from '../expressions/scopes/variable.ts';
import type { FileSystem } from '../project/fileSystem.ts';
import type { LoadedFile } from '../project/load.ts';
import type { LocatedMap } from '../project/located.ts';
import type { FileRole, Project } from '../project/project.ts';
import type { Text } from '../text/text.ts';
import type { Problem } from '../workflow/problem.ts';
import type { TaskNode } from '../workflow/taskNode.ts';
import type { Workflow } from '../workflow/workflow.ts';
import type { YamlDocument } from '../yaml/node.ts';
import type { Finding, Severity } from './finding.ts';

/** One thing that can be wrong with a file. One file each in core/rules, named after its id, and listed in registry.ts. */
export interface Rule {
  /** Kebab-case; the name of its file and of its page in docs/rules. */
  readonly id: string;
  /** Where a setting says nothing else. */
  readonly severity: Severity;
  /** One sentence: what it finds. */
  readonly summary: Text;
  /** What happens in Digdag, and what to do instead; a few sentences. */
  readonly docs: Text;
  /**
   * It looks at the file as a whole, and is asked at every change. All other rules find in a top-level task what that task, the keys beside the
   * tasks, other files and the settings make them find, so that they are asked again only for what changed; where one looks at tasks beside, it
   * says so (`looksBeside`).
   */
  readonly aboutFile?: boolean;
  /** It stands for what Digdag's loader or its compiler refuses, and is not asked where that has nothing to refuse. */
  readonly refusedBy?: 'loader' | 'compiler';
  /** Never throws. Findings may stand in the file itself or in one that it includes. */
  check(context: RuleContext): Iterable<RuleFinding>;
}

/** What a rule finds; the checker adds the rule's id, and its severity where the finding does not choose a weaker one. */
export type RuleFinding = Omit<Finding, 'rule' | 'severity'> & { readonly severity?: Severity };

/** All that a rule may look at. Nothing in it changes while rules run, so what is costly is computed once, before. */
export interface RuleContext {
  readonly fs: FileSystem;
  readonly path: string;
  readonly text: string;
  readonly role: FileRole;
  readonly document: YamlDocument;
  /** The file as Digdag loads it, or the error that it meets. */
  readonly file: LoadedFile;
  /** The config with includes and merge keys in place; undefined where the text cannot be read so far. */
  readonly config: LocatedMap | undefined;
  /** The root of the tasks as written, also of a file that Digdag refuses; undefined of fragments and where there is no config. */
  readonly root: TaskNode | undefined;
  /** The tasks of `root` and below that are to be checked: parents first, file order. Nothing inside disabled tasks. */
  readonly tasks: readonly TaskNode[];
  /** The bodies and tasks right below the root, also those that need no check. */
  readonly topLevel: readonly PlacedTask[];
  /** What tasks leave behind for others. */
  readonly outputs: OutputsBefore;
  /** The compiled workflow; undefined where Digdag refuses it. */
  readonly workflow: Workflow | undefined;
  /** What Digdag's loader and compiler refuse, in the order in which they meet it: the rules that stand for refusals turn these into findings. */
  readonly problems: readonly Problem[];
  readonly project: Project;
  readonly options: RuleOptions;
  /** To be called before a finding in a task, or its absence, is made to depend on tasks that are neither in it nor around it. */
  looksBeside(task: TaskNode): void;
  /** What `compute` makes of this context, made when it is first asked for: rules that ask for the same share it. */
  once<T>(compute: (context: RuleContext) => T): T;
  /** What `find` makes of a task alone, with what stands in it: remembered for as long as the task stays as it is, also when the file changes. */
  ofTask<T>(task: TaskNode, find: (task: TaskNode) => T): T;
}

/** A task at the top of the file; all places in it are `shift` characters before those of the text. */
export interface PlacedTask {
  readonly task: TaskNode;
  readonly shift: number;
}

export interface RuleOptions {
  /** Operators that plugins bring, without `>`. */
  readonly knownOperators: ReadonlySet<string>;
  /** The words that the project's workflows may use where they run: operators of its own, and of the target. */
  readonly catalog: Catalog;
}
