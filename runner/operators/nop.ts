import { commandText } from './config.ts';
import type { Operator } from './operator.ts';

/** nop>: does nothing. */
export const operator: Operator = {
  retries: false,
  async run(context) {
    context.log('info', `nop: ${commandText(context.params)}`);
    return {};
  },
};
