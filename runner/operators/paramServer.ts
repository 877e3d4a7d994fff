import { getOptionalText } from '../../core/value/typed.ts';
import type { ConfigMap } from '../../core/value/value.ts';
import { ParameterStore } from '../parameterStore.ts';
import { orThrow } from './config.ts';
import { configError, type Operator, type TaskContext } from './operator.ts';

/** param_get>: each key of the task is the name of an entry, its value the parameter that gets it (ParamGetOperatorFactory). */
export const paramGet: Operator = {
  retries: true,
  async run(context) {
    const store = storeOf(context);
    const stores: ConfigMap = new Map();
    for (const [key, destination] of entriesOf(context)) stores.set(destination, store.get(key) ?? '');
    return { stores };
  },
};

/** param_set>: each key of the task is the name of an entry, its value what is kept (ParamSetOperatorFactory). */
export const paramSet: Operator = {
  retries: true,
  async run(context) {
    storeOf(context).set(entriesOf(context));
    return {};
  },
};

/** Digdag's configuration says where parameters are kept; without that `digdag run` refuses the operators, too. */
function storeOf({ system, projectDirectory }: TaskContext): ParameterStore {
  const type = system.get('param_server.type');
  if (type === undefined) throw configError('param_server.type is required to use this operator.');
  if (type === 'local') return new ParameterStore(projectDirectory);
  throw configError(
    `Parameters of a server (param_server.type = ${type}) cannot be reached from here. With -X param_server.type=local they are kept in the project.`,
  );
}

function entriesOf({ local }: TaskContext): Map<string, string> {
  if (local.size === 0) throw configError('no key is set.');
  const entries = new Map<string, string>();
  for (const key of local.keys()) {
    const text = orThrow(getOptionalText(local, key));
    if (text !== undefined) entries.set(key, text);
  }
  return entries;
}
