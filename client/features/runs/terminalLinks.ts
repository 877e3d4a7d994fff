import {
  type Disposable,
  type Terminal,
  type TerminalLink,
  type TerminalLinkContext,
  type TerminalLinkProvider,
  window,
} from 'vscode';
import type { TaskExecutions } from './executions.ts';
import { goTo } from './goTo.ts';
import type { TaskRecord } from './runRecord.ts';
import type { RunStore } from './runStore.ts';
import { tasksNamedIn } from './taskLinks.ts';

interface TaskLink extends TerminalLink {
  readonly task: TaskRecord;
}

/** Names of tasks in the terminals of runs lead to where the tasks are written. VS Code itself makes links of files. */
export function registerTerminalLinks(store: RunStore, executions: TaskExecutions): Disposable {
  const provider: TerminalLinkProvider<TaskLink> = {
    provideTerminalLinks({ line, terminal }: TerminalLinkContext): TaskLink[] {
      const run = runOf(terminal);
      return run ? tasksNamedIn(line, run) : [];
    },
    handleTerminalLink: ({ task }) => goTo(task),
  };
  return window.registerTerminalLinkProvider(provider);

  function runOf(terminal: Terminal) {
    const pid = executions.processIn(terminal);
    return pid === undefined ? undefined : store.ofProcess(pid);
  }
}
