import { Project } from '../../../core/project/project.ts';
import { WrittenTasks } from '../../../core/project/writtenTasks.ts';
import type { Workflow, WorkflowTask } from '../../../core/workflow/workflow.ts';
import type { RunEvent, RunFinished, TaskSkipped } from '../../events.ts';
import type { RunOptions } from '../../options.ts';
import { findTask } from '../../selection/pattern.ts';
import { type Selection, selectTasks } from '../../selection/selection.ts';
import { extractSubtree } from '../../selection/subtree.ts';
import { Sources } from '../../source.ts';
import { StartError } from '../../startError.ts';
import { Console } from './console.ts';
import { type FinalReport, readFinalReport } from './finalReport.ts';
import type { LogLine } from './logLine.ts';
import { TaskRows } from './taskRows.ts';
import { Transcript } from './transcript.ts';

const usedSession = /^Using session (.*)\.$/;

/** One run of the `digdag` command, told by nothing but what the process writes. */
export class DigdagRun {
  readonly #started = Date.now();
  readonly #rows: TaskRows;
  readonly #console: Console;
  readonly #transcript: Transcript;
  #statusDirectory: string | undefined;
  #hasBegun = false;

  /** @param workflow as our compiler knows it; undefined where it refuses the file */
  constructor(
    private readonly options: RunOptions,
    private readonly workflow: Workflow | undefined,
    private readonly tell: (event: RunEvent) => void | Promise<void>,
  ) {
    const { files, projectDirectory, selection, only } = options;
    const written = new WrittenTasks(files, new Project(files, projectDirectory));
    const tasks = workflow ? (only ? subtree(workflow, only) : workflow.tasks) : [];
    const selected = attempt(() => selectTasks(tasks, selection));
    this.#rows = new TaskRows(tasks, written, new Sources(files));
    this.#transcript = new Transcript({
      rows: this.#rows,
      tell,
      skipReason: (name) => skipReason(name, selected),
      started: (name, sessionTime) => this.#begin(name, sessionTime),
    });
    this.#console = new Console(this.#transcript, (line) => this.#look(line));
  }

  /** A piece of Digdag's stdout; resolves when the next may come. */
  stdout(chunk: Uint8Array): Promise<void> {
    return this.#console.chunk(chunk);
  }

  /**
   * Digdag has ended.
   * @throws StartError where it ran nothing
   */
  async end(stderr: string, exitCode: number, canceled: boolean): Promise<RunFinished> {
    await this.#console.end();
    const report = readFinalReport(stderr);
    if (!this.#hasBegun && !canceled) throw refusal(report, exitCode);
    for (const message of report.rest) await this.tell({ type: 'log', time: Date.now(), level: 'debug', message });
    const finished = this.#transcript.finish(report, exitCode, canceled, this.#started, this.#statusDirectory);
    await this.tell(finished);
    return finished;
  }

  #look({ message, task }: LogLine): void {
    if (task === undefined) this.#statusDirectory ??= usedSession.exec(message)?.[1];
  }

  #begin(workflow: string, sessionTime: string): void {
    this.#hasBegun = true;
    const saved = this.#statusDirectory === undefined ? {} : { statusDirectory: this.#statusDirectory };
    void this.tell({
      type: 'run-started',
      time: this.#started,
      workflow,
      projectDirectory: this.options.projectDirectory,
      sessionTime,
      timezone: this.workflow?.timezone ?? sessionTime.slice('yyyy-MM-ddTHH:mm:ss'.length),
      ...saved,
    });
    const known = this.#rows.all.map(({ reference, parent }) => ({
      task: reference,
      ...(parent && { parent: parent.reference.id }),
    }));
    void this.tell({ type: 'tasks-added', time: this.#started, tasks: known });
  }
}

/** What Digdag says of a pattern that names no task it says itself. */
function subtree({ tasks }: Workflow, only: string): readonly WorkflowTask[] {
  return attempt(() => extractSubtree(tasks, findTask(tasks, only))) ?? tasks;
}

function attempt<Result>(make: () => Result): Result | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof StartError) return undefined;
    throw error;
  }
}

function skipReason(name: string, selected: Selection | undefined): TaskSkipped['reason'] {
  return selected?.isLeftOut(name) ? 'not-selected' : 'done';
}

function refusal({ refusal: message, rest }: FinalReport, exitCode: number): StartError {
  if (message !== undefined) return new StartError(message);
  const said = rest.join('\n');
  return new StartError(
    `digdag ended with exit code ${exitCode} before it ran anything${said === '' ? '.' : `:\n${said}`}`,
  );
}
