import { ifTasks } from '../../core/operators/if.ts';
import type { Operator } from './operator.ts';

/** if>: runs `_do` or `_else_do`. */
export const operator: Operator = {
  retries: false,
  expands: true,
  run: async ({ params }) => ({ subtasks: ifTasks(params) }),
};
