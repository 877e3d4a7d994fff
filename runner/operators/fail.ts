import { getTextOr } from '../../core/value/typed.ts';
import { orThrow } from './config.ts';
import { type Operator, OperatorError } from './operator.ts';

/** fail>: fails with its text. */
export const operator: Operator = {
  retries: false,
  async run({ params }) {
    throw new OperatorError(orThrow(getTextOr(params, '_command', '')));
  },
};
