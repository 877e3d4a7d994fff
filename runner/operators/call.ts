import { callTasks } from '../../core/operators/call.ts';
import type { Operator } from './operator.ts';

/** call>: runs another workflow file of the project in this task's place. */
export const operator: Operator = {
  retries: true,
  expands: true,
  run: async (context) => ({ subtasks: callTasks(context.params, context.files, context) }),
};
