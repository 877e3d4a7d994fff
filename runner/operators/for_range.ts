import { forRangeTasks } from '../../core/operators/forRange.ts';
import type { Operator } from './operator.ts';

/** for_range>: runs `_do` for slices of a range of integers, with `${range.from}`, `${range.to}` and `${range.index}`. */
export const operator: Operator = {
  retries: false,
  expands: true,
  run: async ({ params }) => ({ subtasks: forRangeTasks(params) }),
};
