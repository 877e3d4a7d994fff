import type { FileSystem } from '../core/project/fileSystem.ts';
import type { ConfigMap } from '../core/value/value.ts';
import type { SelectionOptions } from './selection/selection.ts';
import type { Simulation } from './simulation.ts';

/** What to run, and how. */
export interface RunOptions {
  /** Absolute. */
  readonly projectDirectory: string;
  /** The person named the project directory; else it is the current one, and messages say so. */
  readonly projectNamed?: boolean;
  /** The workflow's name: its file without `.dig`. */
  readonly workflow: string;
  /** Run this task and what is in it, and nothing else: `+group+task`. */
  readonly only?: string;
  readonly params: ConfigMap;
  /** `last`, `fresh`, `daily`, `yyyy-MM-dd[ HH:mm:ss]`, …: see core/schedule/sessionTime.ts. */
  readonly session: string;
  readonly selection: SelectionOptions;
  /** Where finished tasks are noted, absolute or relative to the project. */
  readonly statusDirectory: string;
  readonly save: boolean;
  /** Operators are not called. */
  readonly dryRun?: boolean;
  /** The parameters of each task are logged before it runs. */
  readonly showParams?: boolean;
  /** How many tasks run at once; no limit where absent. */
  readonly maxTaskThreads?: number;
  /** Tasks that are treated as done. */
  readonly simulation?: Simulation;
  /** Secrets that come before those of Digdag's local store. */
  readonly secrets?: ReadonlyMap<string, string>;
  /** Environment variables that bring a secret each: `DIGKIT_SECRET_PG_PASSWORD` is `pg.password`. */
  readonly secretVariables?: ReadonlyMap<string, string>;
  /** What Digdag's configuration says for operators, under `config.` and `param_server.`: `config.mail.host`. */
  readonly system?: ReadonlyMap<string, string>;
  /** Told each secret before a task gets it, so that what is kept of the run can be kept free of it. */
  readonly onSecret?: (value: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly files: FileSystem;
}
