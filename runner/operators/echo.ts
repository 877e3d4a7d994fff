import { commandText } from './config.ts';
import type { Operator } from './operator.ts';

/** echo>: prints its text and a newline. */
export const operator: Operator = {
  retries: false,
  async run(context) {
    await context.output(`${commandText(context.params)}\n`);
    return {};
  },
};
