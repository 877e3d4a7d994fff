/** One case of run.jsonl; see the recordings' README. */
export interface Recording extends Step {
  readonly id: string;
  readonly files: Readonly<Record<string, string | { readonly text: string; readonly mode?: string }>>;
  readonly main: string | null;
  readonly params: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly steps?: readonly Partial<Step>[];
  /** What the recorder did apart from `digdag run`. */
  readonly notes?: string;
}

export interface Step {
  readonly args: readonly string[];
  readonly exitCode: number;
  readonly tasks: readonly RecordedTask[];
  readonly stdout: readonly string[];
  readonly error: readonly string[];
  readonly errorTasks: readonly string[];
  readonly filesBefore?: Readonly<Record<string, string | { readonly text: string }>>;
  readonly filesAfter?: Readonly<Record<string, string>>;
  readonly delete?: readonly string[];
  readonly main?: string | null;
  readonly params?: Readonly<Record<string, string>>;
  readonly unordered?: boolean;
  readonly unorderedTasks?: boolean;
}

export interface RecordedTask {
  readonly fullName: string;
  readonly state: string;
  readonly group?: boolean;
  readonly parent?: string;
  readonly upstreams?: readonly string[];
  readonly stored?: unknown;
  readonly exported?: unknown;
  readonly error?: string;
}

/** What a run of ours gave, in the recording's form. */
export interface Observed {
  readonly exitCode: number;
  readonly tasks: readonly RecordedTask[];
  readonly stdout: readonly string[];
  readonly error: readonly string[];
  readonly errorTasks: readonly string[];
}
