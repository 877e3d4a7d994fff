import type { TaskState } from '../../runner/events.ts';
import type { Style } from '../style.ts';

const width = 'group_error'.length;

/** A state in its colour, all of one width. */
export function stateText(state: TaskState | 'skipped' | 'waiting', style: Style): string {
  const text = state.padEnd(width);
  switch (state) {
    case 'success':
      return style.green(text);
    case 'error':
    case 'group_error':
      return style.red(text);
    case 'running':
      return style.blue(text);
    case 'skipped':
    case 'blocked':
      return style.dim(text);
    default:
      return style.yellow(text);
  }
}

/** `12:34:56`, local time. */
export function clock(time: number): string {
  const date = new Date(time);
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map((part) => String(part).padStart(2, '0')).join(':');
}

/** Whole seconds, for what still goes on: `3s`, `2m 03s` */
export function elapsed(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  return seconds < 60 ? `${seconds}s` : duration(seconds * 1000);
}

/** `0.31s`, `12.4s`, `2m 03s`, `1h 02m 03s` */
export function duration(milliseconds: number): string {
  if (milliseconds < 10_000) return `${(milliseconds / 1000).toFixed(2)}s`;
  if (milliseconds < 60_000) return `${(milliseconds / 1000).toFixed(1)}s`;
  const seconds = Math.round(milliseconds / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const rest = `${Math.floor(seconds / 60) % 60}m ${two(seconds % 60)}s`;
  return seconds < 3600 ? rest : `${Math.floor(seconds / 3600)}h ${rest.padStart(7, '0')}`;
}
