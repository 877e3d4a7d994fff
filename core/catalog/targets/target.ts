import { type Text, text } from '../../text/text.ts';
import type { Operator } from '../types.ts';
import { treasureDataOperators } from './treasureDataOperators.ts';

export const targets = ['digdag', 'treasure-data'] as const;

/** Where workflows run: any Digdag, or the service of Treasure Data, which forbids, limits and adds. */
export type Target = (typeof targets)[number];

/** What a target does otherwise than Digdag itself. */
export interface TargetProfile {
  readonly target: Target;
  /** Operators that only it has. */
  readonly operators: readonly Operator[];
  /** Operators that it does not run, by name: what to use instead. */
  readonly refused: ReadonlyMap<string, Text>;
  /** Parameters that it does not take, as `operator.parameter`. */
  readonly refusedParameters: ReadonlyMap<string, Text>;
  /** What else to know of an operator, by name. */
  readonly notes: ReadonlyMap<string, readonly Text[]>;
  readonly limits: Limits | undefined;
}

export interface Limits {
  /** Tasks of all workflows of the account that run at the same time. */
  readonly parallelTasks: number;
  /** Bytes of a task's full name. */
  readonly taskName: number;
  /** Seconds that a task may take. */
  readonly taskTime: number;
}

const plain: TargetProfile = {
  target: 'digdag',
  operators: [],
  refused: new Map(),
  refusedParameters: new Map(),
  notes: new Map(),
  limits: undefined,
};

/** From "Treasure Workflow Prerequisites and Limitations" (docs.treasuredata.com). */
const treasureData: TargetProfile = {
  target: 'treasure-data',
  operators: treasureDataOperators,
  refused: new Map([
    ['sh', text('Write a custom script for py> instead.')],
    ['rb', text('Write a custom script for py> instead.')],
    ['embulk', text('Use td_load> to import data in bulk.')],
    ['emr', text('Start the job from a custom script of py>.')],
    ['param_get', text('Keep the value in a table, and read it with td> and store_last_results.')],
    ['param_set', text('Keep the value in a table, and write it with td>.')],
  ]),
  refusedParameters: new Map([['td.download_file', text('Export the result with result_connection or result_url.')]]),
  notes: new Map([
    ['td', [text('On Treasure Data an answer that is stored may have 4 MB.')]],
    ['http', [text('On Treasure Data an answer may have 1 MB.')]],
    ['http_call', [text('On Treasure Data an answer may have 2 MB.')]],
    ['py', [text('On Treasure Data a custom script may give back 36 MB: exported variables and tasks together.')]],
  ]),
  limits: { parallelTasks: 30, taskName: 640, taskTime: 24 * 60 * 60 },
};

export function profileOf(target: Target): TargetProfile {
  return target === 'treasure-data' ? treasureData : plain;
}
