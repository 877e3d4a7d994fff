import { originOf } from '../../../core/expressions/scopes/definitions.ts';
import { OtherFiles } from '../../../core/expressions/scopes/otherFiles.ts';
import type { Definition, Origin, OutputsBefore } from '../../../core/expressions/scopes/variable.ts';
import type { FileSystem } from '../../../core/project/fileSystem.ts';
import type { TaskNode } from '../../../core/workflow/taskNode.ts';
import type { View } from '../symbols/view.ts';

/** Where the variables of a workflow's tasks come from: its own text, or other files of its project (callers, code that stores). */
export class OriginsIn {
  #others: OtherFiles | undefined;

  constructor(
    private readonly files: FileSystem,
    private readonly view: View,
    private readonly outputs: OutputsBefore,
  ) {}

  /** @param before of the task's own keys only those above this one are visible; all of them where absent */
  of(name: string, task: TaskNode, before?: string): Origin | undefined {
    return originOf(name, task, this.outputs, before) ?? this.elsewhere(name, task);
  }

  /** Where what other files give to a task comes from, where its own does not. */
  elsewhere(name: string, task: TaskNode): Origin | undefined {
    return this.definition(name, task)?.origin;
  }

  /** What other files give to a task, where its own does not. */
  definition(name: string, task: TaskNode): Definition | undefined {
    const found = this.#otherFiles().find(name, task, {
      path: this.view.path,
      topLevel: this.view.root?.children ?? [],
    });
    return found === 'maybe' ? undefined : found;
  }

  /** All that the callers of the file give to it under a name. */
  ofCallers(name: string): Origin[] {
    return this.#otherFiles()
      .givenByCallers(name, this.view.path)
      .map(({ origin }) => origin);
  }

  #otherFiles(): OtherFiles {
    this.#others ??= new OtherFiles(this.files, this.view.project);
    return this.#others;
  }
}
