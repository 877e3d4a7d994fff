import type { RunFinished } from '../../runner/events.ts';
import { printable } from '../printable.ts';
import type { Style } from '../style.ts';
import { duration, stateText } from './words.ts';

/** Every task with its state and time. */
export function summaryLines(finished: RunFinished, style: Style): string {
  const verdict = finished.canceled
    ? style.yellow('stopped')
    : finished.success
      ? style.green('success')
      : style.red('failed');
  const times = finished.tasks.map((task) => (task.duration === undefined ? '-' : duration(task.duration)));
  const width = Math.max(...times.map((time) => time.length));
  const lines = finished.tasks.map(({ task, state }, index) => {
    const time = style.dim((times[index] ?? '').padStart(width));
    return `  ${stateText(state, style)} ${time}  ${task.name}`;
  });
  return `\n${lines.join('\n')}\n${style.bold('Run:')} ${verdict} in ${duration(finished.duration)}\n`;
}

/** `path:line:column: error: +main+a: message` for each failed task: editors and terminals make links of it. */
export function failureLines({ errors }: RunFinished, style: Style, shown: (path: string) => string): string {
  return errors
    .map(({ task, message }) => {
      const { source } = task;
      const place = source ? `${shown(source.path)}:${source.line}:${source.column}: ` : '';
      return `${place}${style.red('error:')} ${task.name}: ${printable(message.trimEnd())}\n`;
    })
    .join('');
}
