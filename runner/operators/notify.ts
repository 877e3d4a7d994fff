import { commandText } from './config.ts';
import type { Operator } from './operator.ts';

/** notify>: sends a notification. `digdag run` has no receiver for it, and neither has Digkit: it goes to the log. */
export const operator: Operator = {
  retries: false,
  async run(context) {
    context.log('debug', `notification: ${commandText(context.params)}`);
    return {};
  },
};
