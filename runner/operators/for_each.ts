import { forEachTasks } from '../../core/operators/forEach.ts';
import type { Operator } from './operator.ts';

/** for_each>: runs `_do` for each combination of the values; the last key varies fastest. */
export const operator: Operator = {
  retries: false,
  expands: true,
  run: async ({ params }) => ({ subtasks: forEachTasks(params) }),
};
