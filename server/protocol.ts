/**
 * What the language server and its client agree on beyond LSP: names of commands and custom messages, and what they carry. Both sides import
 * this file, so it imports nothing that runs.
 */

/** The commands that code lenses call in the client. Each takes one argument, a WorkflowTarget. */
export const commands = {
  runWorkflow: 'digdag.runWorkflow',
  runWithParameters: 'digdag.runWithParameters',
  dryRun: 'digdag.dryRun',
  previewRemoteWorkflow: 'digdag.previewRemoteWorkflow',
  sendRequest: 'digdag.sendRequest',
  checkProject: 'digdag.checkProject',
  showSchedule: 'digdag.showSchedule',
} as const;

/** The workflow file that a command is about, and the task in it. */
export interface WorkflowTarget {
  readonly uri: string;
  /** The task's full name, as Digdag prints it: `+main+load`. Absent where the whole workflow is meant. */
  readonly task?: string;
}

/** Documents of this scheme are what `http_call>` endpoints returned; they belong to no project. */
export const previewScheme = 'digkit-preview';

/** What a client may tell the server when it starts it; all of it may be absent (other editors). */
export interface InitializationOptions {
  /** The commands of `commands` that the client has: only their code lenses are shown. */
  readonly commands?: readonly string[];
  /** The client has VS Code's command that asks for suggestions again. */
  readonly retriggers?: boolean;
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

/** Request of the client: what there is to say about the place of the cursor. Answers a Documentation, or null. */
export const documentationRequest = 'digkit/documentation';

export interface DocumentationParams {
  readonly textDocument: { readonly uri: string };
  /** Zero-based, as in LSP. */
  readonly position: { readonly line: number; readonly character: number };
}

export interface Documentation {
  readonly title: string;
  /** Paragraphs, lists, headings, code, links to pages of the web; no HTML. */
  readonly markdown: string;
}

/** Notification of the client, at its start and at each change: what `${…}` is resolved for in hovers, hints, completions and resolved workflows. */
export const sessionNotification = 'digkit/session';

/** A session as a person chose it. Each file makes its own instant of it: zones and schedules differ. */
export interface SessionChoice {
  /**
   * As `digkit run --session` takes it: `yyyy-MM-dd[ HH:mm:ss]` on the clocks of the file's zone, a time with its offset (ISO 8601), `now`, `daily` (the
   * begin of today), `hourly`, `schedule` (the last session of the schedule) or `next_schedule`. null: what a run begins with, which is the last session
   * of the schedule, else the begin of today.
   */
  readonly sessionTime: string | null;
  /** Parameters as `-p key=value` gives them. */
  readonly params?: Readonly<Record<string, string>>;
  /** The URI of a YAML file of parameters, as `-P` takes it; `params` win over it. */
  readonly paramsFile?: string;
}

export interface SessionParams extends SessionChoice {
  /** What counts instead in some folders, by their URIs; of folders inside each other the inner one. */
  readonly folders?: Readonly<Record<string, SessionChoice>>;
}

/** Request of the client: the sessions that can be chosen for a workflow or for a SQL file that a task runs, and the one that values are shown for; null of other files. */
export const sessionsRequest = 'digkit/sessions';

export interface SessionsParams {
  readonly uri: string;
}

/** Times are as Digdag writes `session_time`, in the workflow's zone. */
export interface SessionsResult {
  /** The workflow's zone, as Java prints its id. */
  readonly zone: string;
  readonly shown: string;
  /** Why that is not what was chosen, or why the file of parameters does not count. */
  readonly problem: string | null;
  readonly now: string;
  readonly today: string;
  /** Of the schedule; null where there is none. */
  readonly last: string | null;
  /** The next sessions of the schedule, at most five. */
  readonly upcoming: readonly ScheduledSession[];
}

interface ScheduledSession {
  readonly time: string;
  /** When it starts. */
  readonly runTime: string;
}

/** Request of the client: a workflow as it would run in the chosen session, as far as that is known before; null where there is no such file. */
export const resolveRequest = 'digkit/resolve';

export interface ResolveParams {
  readonly uri: string;
}

export interface ResolveResult {
  /** It looks like a workflow, and is none. */
  readonly text: string;
  /** Where the task is written that stands at a line (from 0) and on those below it, up to the next. */
  readonly tasks: readonly { readonly line: number; readonly uri: string; readonly range: TextRange }[];
}

interface TextRange {
  readonly start: TextPosition;
  readonly end: TextPosition;
}

interface TextPosition {
  readonly line: number;
  readonly character: number;
}

/** Documents of this scheme are resolved workflows: nothing is to be checked in them. */
export const resolvedScheme = 'digkit-resolved';

/** Notification of the server: values may be others than before, because of the session, a parameter file or another file. */
export const valuesChangedNotification = 'digkit/valuesChanged';
