import type { TaskNode } from '../../workflow/taskNode.ts';
import type { TextEdit } from '../finding.ts';
import { lineBreak, linesOf } from './edits.ts';

/**
 * The edit that gives a task's operator an option: its value is replaced where it is written, else a line is added behind the operator.
 * @param source the text of the file that the task is written in
 * @param value as it will stand in the file
 * @returns undefined where the task is written in a way that is left to a person (a list of maps, a value of several lines)
 */
export function setOption(source: string, task: TaskNode, option: string, value: string): TextEdit | undefined {
  const { path } = task.place;
  const file = { path, text: source };
  const written = task.config.entries.get(option);
  if (written) {
    const { start, end } = written.value;
    const isOneLine = written.path === path && written.value.path === path && !source.slice(start, end).includes('\n');
    return isOneLine && written.value.kind === 'scalar'
      ? { path, start, end, newText: start === end ? ` ${value}` : value }
      : undefined;
  }
  const entry = task.operators[0]?.entry;
  if (!entry || entry.path !== path || entry.value.path !== path) return undefined;
  const { node } = task.config;
  if (node?.kind === 'mapping' && node.flow) {
    return { path, start: entry.value.end, end: entry.value.end, newText: `, ${option}: ${value}` };
  }
  const lines = linesOf(file, entry);
  if (!lines) return undefined;
  const line = `${lines.indent}${option}: ${value}`;
  const hasBreak = source[lines.end - 1] === '\n';
  const newText = hasBreak ? line + lineBreak(file) : lineBreak(file) + line;
  return { path, start: lines.end, end: lines.end, newText };
}
