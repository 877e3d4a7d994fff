import { l10n, ThemeColor, ThemeIcon } from 'vscode';
import type { RunRecord, RunState, ShownState, TaskRecord } from './runRecord.ts';

const green = 'testing.iconPassed';
const red = 'testing.iconFailed';
const grey = 'testing.iconSkipped';
const waiting = 'testing.iconQueued';

/** How a state looks: VS Code's own icons of test results, and their colours. */
export function iconOf(state: RunState | ShownState): ThemeIcon {
  switch (state) {
    case 'success':
      return new ThemeIcon('pass', new ThemeColor(green));
    case 'failed':
    case 'error':
      return new ThemeIcon('error', new ThemeColor(red));
    case 'refused':
      return new ThemeIcon('circle-slash', new ThemeColor(red));
    case 'group_error':
      return new ThemeIcon('issues', new ThemeColor(red));
    case 'running':
    case 'planned':
      return new ThemeIcon('loading~spin');
    case 'ready':
    case 'retry_waiting':
    case 'group_retry_waiting':
      return new ThemeIcon('watch', new ThemeColor(waiting));
    case 'skipped':
      return new ThemeIcon('debug-step-over', new ThemeColor(grey));
    case 'stopped':
    case 'canceled':
    case 'interrupted':
      return new ThemeIcon('stop-circle', new ThemeColor(grey));
    case 'blocked':
      return new ThemeIcon('circle-large-outline', new ThemeColor(grey));
  }
}

/** @param goesOn the run does: what has not started may yet */
export function stateText(state: RunState | ShownState, goesOn = false): string {
  switch (state) {
    case 'success':
      return l10n.t('succeeded');
    case 'failed':
    case 'error':
      return l10n.t('failed');
    case 'refused':
      return l10n.t('could not start');
    case 'group_error':
      return l10n.t('a task in it failed');
    case 'running':
    case 'planned':
      return l10n.t('running');
    case 'ready':
      return l10n.t('about to run');
    case 'retry_waiting':
    case 'group_retry_waiting':
      return l10n.t('waits for its retry');
    case 'skipped':
      return l10n.t('skipped');
    case 'stopped':
    case 'canceled':
      return l10n.t('stopped');
    case 'interrupted':
      return l10n.t('ended without a word');
    case 'blocked':
      return goesOn ? l10n.t('not started yet') : l10n.t('not run');
  }
}

/** The part of a task's name that its parent does not have. */
export function shortName({ name, parent }: TaskRecord): string {
  return parent && name.startsWith(parent.name) ? name.slice(parent.name.length) : name;
}

/** `0.3 s`, `2 min 3 s` */
export function durationText(milliseconds: number): string {
  if (milliseconds < 60_000) return l10n.t('{0} s', (milliseconds / 1000).toFixed(milliseconds < 10_000 ? 1 : 0));
  const seconds = Math.round(milliseconds / 1000);
  return seconds < 3600
    ? l10n.t('{0} min {1} s', Math.floor(seconds / 60), seconds % 60)
    : l10n.t('{0} h {1} min', Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60);
}

/** The time of day; of another day the day as well. */
export function timeText(time: number, now = Date.now()): string {
  const date = new Date(time);
  const sameDay = date.toDateString() === new Date(now).toDateString();
  return sameDay ? date.toLocaleTimeString() : date.toLocaleString();
}

export function titleOf({ workflow, request }: RunRecord): string {
  const { definition } = request ?? {};
  const name = definition?.workflow ?? workflow;
  const task = definition?.task ?? definition?.start ?? definition?.goal;
  return task === undefined ? name : `${name} ${task}`;
}
