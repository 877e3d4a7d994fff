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

interface TaskLink extends TerminalLink {
  readonly task: TaskRecord;
}

/** Names of tasks in the terminals of runs lead to where the tasks are written. VS Code itself makes links of files. */
export function registerTerminalLinks(store: RunStore, executions: TaskExecutions): Disposable {
  const provider: TerminalLinkProvider<TaskLink> = {
    provideTerminalLinks({ line, terminal }: TerminalLinkContext): TaskLink[] {
      const run = runOf(terminal);
      if (!run || !line.includes('+')) return [];
      return [...line.matchAll(/\+[^\s:()"'|]+/g)].flatMap((match) => {
        const task = run.named(match[0]);
        return task?.source ? [{ startIndex: match.index, length: match[0].length, task }] : [];
      });
    },
    handleTerminalLink: ({ task }) => goTo(task),
  };
  return window.registerTerminalLinkProvider(provider);

  function runOf(terminal: Terminal) {
    const pid = executions.processIn(terminal);
    return pid === undefined ? undefined : store.ofProcess(pid);
  }
}
