import { configError, type Operator } from './operator.ts';

/** An operator that needs an account of a service: it does not run here. */
export function cloudOperator(name: string): Operator {
  return {
    retries: false,
    async run() {
      throw configError(
        `${name}> does not run on this machine: run it with Digdag, where its account is set up, or try the rest with --simulate`,
      );
    },
  };
}
