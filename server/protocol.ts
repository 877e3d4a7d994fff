/**
 * What the language server and its client agree on beyond LSP: names of commands and custom messages, and what they carry. Both sides import
 * this file, so it imports nothing that runs.
 */

/** The commands that code lenses call in the client. Each takes one argument, a WorkflowTarget. */
export const commands = {
  runWorkflow: 'digdag.runWorkflow',
  previewRemoteWorkflow: 'digdag.previewRemoteWorkflow',
  checkProject: 'digdag.checkProject',
} as const;

/** The workflow file that a command is about, and the task in it. */
export interface WorkflowTarget {
  readonly uri: string;
  /** The task's full name, as Digdag prints it: `+main+load`. Absent where the whole workflow is meant. */
  readonly task?: string;
}

/** Documents of these schemes belong to no project: untitled ones, and what `http_call>` endpoints returned. */
export const previewScheme = 'digkit-preview';

/** What a client may tell the server when it starts it; all of it may be absent (other editors). */
export interface InitializationOptions {
  /** The commands of `commands` that the client has: only their code lenses are shown. */
  readonly commands?: readonly string[];
  /** The path of a file of translations (`l10n/bundle.l10n.ja.json`). */
  readonly translations?: string;
  /** The URI of the directory of the rules' pages (`docs/rules`), for links at diagnostics. */
  readonly rulePages?: string;
}

/** Request of the client: check the whole project of a file, and show its findings also in files that are not open. */
export const checkProjectRequest = 'digkit/checkProject';

export interface CheckProjectParams {
  /** Any file of the project, or its directory. */
  readonly uri: string;
}

export interface CheckProjectResult {
  /** The project's directory; null where the file belongs to none. */
  readonly directory: string | null;
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
}

/** Notification of the client: what `${…}` is resolved for in hovers and completions. */
export const sessionNotification = 'digkit/session';

export interface SessionParams {
  /** ISO 8601 with offset; null for the begin of today in the workflow's zone. */
  readonly sessionTime: string | null;
  /** `-p key=value`, also of parameter files. */
  readonly params?: Readonly<Record<string, string>>;
}
