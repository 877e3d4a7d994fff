import { type Disposable, type TaskExecution, type Terminal, tasks, window } from 'vscode';

/** The task executions of this window's runs, by their processes. */
export class TaskExecutions implements Disposable {
  readonly #running = new Map<number, TaskExecution>();
  readonly #terminals = new WeakMap<Terminal, number>();
  readonly #listeners: readonly Disposable[];

  /** @param onStart a run's process has begun; @param onEnd it has ended */
  constructor(onStart: () => void, onEnd: () => void) {
    this.#listeners = [
      tasks.onDidStartTaskProcess(({ execution, processId }) => {
        if (execution.task.definition.type !== 'digdag') return;
        this.#running.set(processId, execution);
        void this.#findTerminal(processId);
        onStart();
      }),
      tasks.onDidEndTaskProcess(({ execution }) => {
        if (execution.task.definition.type !== 'digdag') return;
        for (const [pid, running] of this.#running) if (running === execution) this.#running.delete(pid);
        onEnd();
      }),
    ];
  }

  /** Whether the run's process could be asked to end. */
  stop(pid: number): boolean {
    const execution = this.#running.get(pid);
    execution?.terminate();
    return execution !== undefined;
  }

  /** The process that a terminal shows, or has shown last. */
  processIn(terminal: Terminal): number | undefined {
    return this.#terminals.get(terminal);
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
  }

  async #findTerminal(pid: number): Promise<void> {
    for (const terminal of window.terminals) {
      if ((await terminal.processId) === pid) this.#terminals.set(terminal, pid);
    }
  }
}
