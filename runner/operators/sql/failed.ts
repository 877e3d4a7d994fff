import { OperatorError } from '../operator.ts';
import { isSqlFailure } from './database.ts';

/** Makes of what the server says the error that Digdag shows: "Failed to … [ERROR: …]" (DatabaseException). */
export function failedTo(purpose: string): (error: unknown) => never {
  return (error) => {
    if (!isSqlFailure(error)) throw error;
    throw new OperatorError(`Failed to ${purpose} [${error.message}]`, { traced: true });
  };
}
