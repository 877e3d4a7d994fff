import { l10n, window } from 'vscode';
import type { Runnable } from './runnable.ts';

/**
 * The task that a command is about: the one that its caller named, the one around the line that was clicked or holds the cursor, else the one that
 * the person picks.
 */
export async function chooseTask(file: Runnable, argument: unknown): Promise<string | undefined> {
  if (file.task !== undefined) return file.task;
  const { tasksOf } = await import('./main.ts');
  const tasks = tasksOf(file.path, file.project, file.top);
  const line = clickedLine(argument) ?? cursorLine(file);
  const around = line === undefined ? [] : tasks.filter((task) => task.line <= line && line <= task.lastLine);
  // The innermost begins last.
  const innermost = around.at(-1);
  if (innermost) return innermost.name;
  if (tasks.length === 0) {
    await window.showInformationMessage(l10n.t('This workflow has no task that can be run by its name.'));
    return undefined;
  }
  const items = tasks.map(({ name, line: at }) => ({ label: name, description: l10n.t('line {0}', at + 1) }));
  return (await window.showQuickPick(items, { placeHolder: l10n.t('Which task?') }))?.label;
}

/** What a menu at a line number passes; counted from 1. */
function clickedLine(argument: unknown): number | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  const { lineNumber } = argument as { readonly lineNumber?: unknown };
  return typeof lineNumber === 'number' ? lineNumber - 1 : undefined;
}

function cursorLine({ uri }: Runnable): number | undefined {
  const editor = window.activeTextEditor;
  return editor?.document.uri.toString() === uri.toString() ? editor.selection.active.line : undefined;
}
