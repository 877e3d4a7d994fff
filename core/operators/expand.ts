import type { FileSystem } from '../project/fileSystem.ts';
import type { LocatedMap } from '../project/located.ts';
import { caught, type Result } from '../text/digdagError.ts';
import type { ConfigMap } from '../value/value.ts';
import { callTasks } from './call.ts';
import { forEachTasks } from './forEach.ts';
import { forRangeTasks } from './forRange.ts';
import { ifTasks } from './if.ts';
import { loopTasks } from './loop.ts';
import type { Workplace } from './workspace.ts';

type Expand = (params: ConfigMap, files: FileSystem, place: Workplace) => ConfigMap | LocatedMap;

/** The operators that do nothing but to make tasks of what they are given. */
const expanding: Readonly<Record<string, Expand>> = {
  call: callTasks,
  for_each: forEachTasks,
  for_range: forRangeTasks,
  if: ifTasks,
  loop: loopTasks,
};

export function expands(operator: string): boolean {
  return Object.hasOwn(expanding, operator);
}

/**
 * The tasks that such an operator makes of its evaluated parameters (`_command` among them): what becomes `^sub`.
 * @returns undefined for all other operators
 */
export function expand(
  operator: string,
  params: ConfigMap,
  files: FileSystem,
  place: Workplace,
): Result<ConfigMap | LocatedMap> | undefined {
  const make = expands(operator) ? expanding[operator] : undefined;
  return make && caught(() => make(params, files, place));
}
