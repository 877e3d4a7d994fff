import type { Uri } from 'vscode';

/** What a command is about: a file, and a task in it where one is meant. */
export interface Target {
  readonly uri: string;
  readonly task?: string;
}

/** Reads what menus (a Uri) and code lenses (a WorkflowTarget) pass to a command; undefined where they passed nothing of use. */
export function readTarget(argument: unknown): Target | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  if (isUri(argument)) return { uri: argument.toString() };
  const { uri, task } = argument as { readonly uri?: unknown; readonly task?: unknown };
  if (typeof uri !== 'string') return undefined;
  return typeof task === 'string' ? { uri, task } : { uri };
}

/** What menus pass to a command. */
export function isUri(value: unknown): value is Uri {
  if (typeof value !== 'object' || value === null) return false;
  return 'scheme' in value && 'fsPath' in value && 'path' in value;
}
