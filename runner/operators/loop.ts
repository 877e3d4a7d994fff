import { loopTasks } from '../../core/operators/loop.ts';
import type { Operator } from './operator.ts';

/** loop>: runs `_do` so many times, with `${i}`. */
export const operator: Operator = {
  retries: false,
  expands: true,
  run: async ({ params }) => ({ subtasks: loopTasks(params) }),
};
