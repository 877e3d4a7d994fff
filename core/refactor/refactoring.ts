import type { FileSystem } from '../project/fileSystem.ts';
import type { LoadedFile } from '../project/load.ts';
import type { Project } from '../project/project.ts';
import type { FileChange, TextEdit } from '../rules/finding.ts';
import type { Text } from '../text/text.ts';
import type { TaskNode } from '../workflow/taskNode.ts';

/** A file, and what is selected in it. */
export interface RefactorContext {
  readonly fs: FileSystem;
  readonly path: string;
  readonly text: string;
  readonly project: Project;
  readonly file: LoadedFile;
  /** The tasks as written. */
  readonly root: TaskNode;
  /** Offsets; the same where there is but a cursor. */
  readonly start: number;
  readonly end: number;
}

/** A change of how a workflow is written. It is offered only where the workflow does the same afterwards, as far as the title does not tell more. */
export interface Refactoring {
  readonly kind: 'extract' | 'inline' | 'rewrite';
  readonly title: Text;
  /** Edits of files that are there. */
  readonly edits: readonly TextEdit[];
  /** Files that it makes. */
  readonly files?: readonly FileChange[];
}

/** One kind of refactoring: what it can do for what is selected. One file each, listed in refactorings.ts. */
export type Refactor = (context: RefactorContext) => readonly Refactoring[];
