import { mergeMaps } from '../value/merge.ts';
import { type ConfigMap, isMap } from '../value/value.ts';

/** What of a task that runs, or is imagined to run, decides which parameters others see. */
export interface TaskOfAttempt {
  /** Counts up in the order in which tasks were added. */
  readonly id: number;
  readonly parent: TaskOfAttempt | null;
  readonly children: readonly TaskOfAttempt[];
  /** What it waits for. */
  readonly upstreams: readonly TaskOfAttempt[];
  readonly config: TaskConfig;
  readonly result: TaskValues;
  /** Of a failed one. */
  readonly error: ConfigMap | undefined;
  /** See parameters.ts. */
  storedBefore: readonly TaskOfAttempt[] | undefined;
}

/** What a task gave to others when it ran. All empty where absent. */
export interface TaskValues {
  /** Exported to the subtasks only. */
  readonly exports?: ConfigMap;
  /** Seen by everything behind the task. */
  readonly stores?: ConfigMap;
  /** Stored keys to forget before storing: each the path of a nested key, `['http', 'last_status']`. */
  readonly resetStores?: readonly (readonly string[])[];
}

/** The keys of a task, split as Digdag's TaskConfig: `_export` is what others may see, the rest is local. */
export interface TaskConfig {
  readonly local: ConfigMap;
  readonly exported: ConfigMap;
}

const nothing: ConfigMap = new Map();

export function splitConfig(config: ConfigMap): TaskConfig {
  const exported = config.get('_export');
  if (exported === undefined) return { local: config, exported: nothing };
  const local = new Map(config);
  local.delete('_export');
  return { local, exported: isMap(exported) ? exported : nothing };
}

/** A key of the task itself; one that is written in its `_export` counts too, maps of both are merged (TaskConfig.getMerged). */
export function mergedConfig({ config }: TaskOfAttempt, key: string): ConfigMap {
  const { local, exported } = config;
  const only = (keys: ConfigMap): ConfigMap => new Map([...keys].filter(([name]) => name === key));
  return mergeMaps(only(exported), only(local));
}

/** Every task below one, parents first, siblings in the order of ids. */
export function* descendants<T extends { readonly children: readonly T[] }>(task: T): Generator<T> {
  for (const child of task.children) {
    yield child;
    yield* descendants(child);
  }
}
