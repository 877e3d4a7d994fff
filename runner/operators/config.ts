import { nested } from '../../core/operators/config.ts';
import { mergeDefault } from '../../core/value/merge.ts';
import type { ConfigMap } from '../../core/value/value.ts';
import type { TaskContext } from './operator.ts';

export { commandText, nested, nestedOrEmpty, orThrow, requiredNested, textList } from '../../core/operators/config.ts';

/** The task's parameters, with those of a map named like the operator as defaults: `_export: {sh: {shell: …}}`. */
export function withSection(context: TaskContext, name: string): ConfigMap {
  return mergeDefault(context.params, nested(context.params, name) ?? new Map());
}
