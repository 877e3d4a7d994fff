import { getInt, getOptionalInt } from '../../core/value/typed.ts';
import type { ConfigMap } from '../../core/value/value.ts';
import { orThrow, requiredNested } from './config.ts';
import { iteration, maxLoopTasks, subtasks } from './loops.ts';
import { configError, type Operator } from './operator.ts';

/** loop>: runs `_do` so many times, with `${i}`. */
export const operator: Operator = {
  retries: false,
  expands: true,
  async run({ params }) {
    const body = requiredNested(params, '_do');
    const command = orThrow(getInt(params, '_command'));
    const count = orThrow(getOptionalInt(params, 'count')) ?? command;
    if (count > maxLoopTasks) throw configError(`Too many loop subtasks. Limit: ${maxLoopTasks}`);
    const iterations: ConfigMap = new Map();
    for (let i = 0; i < count; i++) iterations.set(`+loop-${i}`, iteration(body, new Map([['i', i]])));
    return { subtasks: subtasks(iterations, params) };
  },
};
