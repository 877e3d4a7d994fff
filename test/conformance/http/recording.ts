import type { RecordedTask, Recording } from '../run/recording.ts';
import type { Routes } from './behaviour.ts';

/** One case of http.jsonl; see the recordings' README. */
export interface HttpRecording extends HttpStep {
  readonly id: string;
  readonly dig: string;
  readonly files?: Recording['files'];
  readonly secrets?: Readonly<Record<string, string>>;
  readonly params?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** Routes of the second server; else the first's. */
  readonly server2?: Routes;
  readonly steps?: readonly HttpStep[];
}

export interface HttpStep {
  readonly args: readonly string[];
  readonly main?: string;
  readonly server: Routes;
  readonly requests: readonly RecordedRequest[];
  readonly outcome: RecordedOutcome;
}

export interface RecordedRequest {
  readonly server: string;
  readonly method: string;
  readonly target: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
  readonly bodyEncoding?: string;
}

export interface RecordedOutcome {
  readonly exitCode: number | null;
  readonly tasks?: readonly (RecordedTask & { readonly config?: unknown })[];
  readonly stdout: readonly string[];
  readonly error: readonly string[];
  readonly errorTasks: readonly string[];
  readonly filesWritten?: Readonly<Record<string, string>>;
  /** The run would go on for ever. */
  readonly stoppedByRecorder?: boolean;
}
