import type { TaskValues } from '../attempt/task.ts';
import { builtInCatalog } from '../catalog/catalog.ts';
import { leftByScript } from '../expressions/scopes/scriptFiles.ts';
import type { FileSystem } from '../project/fileSystem.ts';
import { mergeMaps } from '../value/merge.ts';
import type { ConfigMap, Value } from '../value/value.ts';
import type { TaskNode } from '../workflow/taskNode.ts';
import type { Unknowns } from './unknowns.ts';

/** What a task leaves to others when it has run: names, and values that only a run tells. */
export interface Left {
  readonly values: TaskValues;
  /** It may leave more than is known. */
  readonly open: boolean;
}

/**
 * What an operator leaves behind.
 * @param params its evaluated parameters
 * @param node the task as it is written
 */
export function leftBy(
  operator: string,
  params: ConfigMap,
  node: TaskNode,
  files: FileSystem,
  unknowns: Unknowns,
): Left {
  if (operator === 'py' || operator === 'rb') {
    const { stores, exports, open } = leftByScript(files, node.place.path, node, operator === 'py' ? 'python' : 'ruby');
    const values = (names: readonly { readonly name: string }[]): ConfigMap =>
      new Map(names.map(({ name }): [string, Value] => [name, unknowns.make(name)]));
    return { values: { stores: values(stores), exports: values(exports) }, open };
  }
  const known = builtInCatalog.operator(operator);
  const paths = (known?.outputs ?? []).map(({ name }) => name);
  const named = paths.filter((path) => /^[\w.]+$/.test(path));
  const all = operator === 'param_get' ? [...named, ...fetched(params)] : named;
  const stores = all.reduce<ConfigMap>((sum, path) => mergeMaps(sum, unknowns.at(path)), new Map());
  return { values: { stores }, open: !known || operator === 'http_call' || named.length < paths.length };
}

/** `param_get>` makes a variable of each key's value. */
function fetched(params: ConfigMap): string[] {
  return [...params].flatMap(([key, value]) => (!key.startsWith('_') && typeof value === 'string' ? [value] : []));
}
