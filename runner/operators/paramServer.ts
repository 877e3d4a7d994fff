import { configError, type Operator } from './operator.ts';

/** param_get> and param_set>: they need a server for parameters, which `digdag run` only has where its configuration names one. */
export const operator: Operator = {
  retries: true,
  async run() {
    throw configError('param_server.type is required to use this operator.');
  },
};
