import type { Definition } from '../expressions/scopes/variable.ts';
import type { LocatedEntry, LocatedMap } from '../project/located.ts';
import type { Project } from '../project/project.ts';
import { SectionCache } from '../project/sectionCache.ts';
import type { Finding } from '../rules/finding.ts';
import type { TaskNode } from '../workflow/taskNode.ts';
import type { OutputsAtTop } from './outputsAtTop.ts';
import { TaskFacts } from './taskFacts.ts';

/** A task at the top of a file, and what was found in it. */
export interface KnownTask {
  readonly node: TaskNode;
  /** How far the places below were moved from where the task was read first. */
  readonly shift: number;
  readonly findings: readonly Finding[];
  /** What is found in it may depend on the tasks beside it. */
  readonly neighbourly: boolean;
  /** Digdag refuses it. */
  readonly refused: boolean;
  /** It names others that it waits for. */
  readonly waits: boolean;
  /** The variables that it leaves behind. */
  readonly outputs: ReadonlyMap<string, Definition>;
  /** The names of the variables that tasks before it leave behind. */
  readonly outputsBefore: string;
}

/** All beside the tasks that findings in a task depend on. */
export interface Surroundings {
  readonly project: Project;
  /** Role, settings and the like, as a text to compare. */
  readonly facts: string;
  /** The entries at the top that are no tasks, as they were read first. */
  readonly head: readonly LocatedEntry[];
}

/**
 * Keeps what was found out about a text that changes, from one `checkFile` to the next: only the top-level tasks that are new are looked at.
 * One for each open document, and for one state of the files around it.
 */
export class CheckCache {
  readonly sections = new SectionCache();
  /** By the entries as they were read first. */
  readonly tasks = new WeakMap<LocatedEntry, KnownTask>();
  readonly facts = new TaskFacts();
  readonly outputs = new WeakMap<TaskNode, ReadonlyMap<string, Definition>>();
  /** What the task of an entry leaves behind: by the entries as they were read first, with their places there. */
  readonly outputsOfEntries = new WeakMap<LocatedEntry, ReadonlyMap<string, Definition>>();
  /** What all tasks at the top leave behind: by the config as it is now. */
  readonly outputsAtTop = new WeakMap<LocatedMap, OutputsAtTop>();
  /** Undefined where the tasks of the last text cannot be looked at apart from each other. */
  surroundings: Surroundings | undefined;
}
