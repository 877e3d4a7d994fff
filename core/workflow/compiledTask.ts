import { toValue } from '../project/located.ts';
import type { Place } from '../rules/finding.ts';
import type { ConfigMap } from '../value/value.ts';
import type { TaskNode } from './taskNode.ts';
import type { WorkflowTask } from './workflow.ts';

const none: readonly number[] = [];

/** A task while its workflow is compiled; finished, it is a WorkflowTask. */
export class CompiledTask implements WorkflowTask {
  readonly group: boolean;
  private waitsFor: readonly number[] = none;
  private removed: string | undefined;
  private made: ConfigMap | undefined;

  constructor(
    readonly index: number,
    readonly node: TaskNode,
    readonly parent: number | null,
  ) {
    this.group = node.kind !== 'operator';
  }

  get name(): string {
    return this.node.name;
  }

  get fullName(): string {
    return this.node.fullName;
  }

  get place(): Place {
    return this.node.place;
  }

  get upstreams(): readonly number[] {
    return this.waitsFor;
  }

  /** Made when it is asked for: a check of a large file needs none of them. */
  get config(): ConfigMap {
    this.made ??= this.makeConfig();
    return this.made;
  }

  /** Sets what the task waits for, and takes away the key that said so (Digdag keeps it from the operator). */
  connect(upstreams: readonly number[], removed: '_after' | '_background'): void {
    this.waitsFor = upstreams;
    this.removed = removed;
  }

  private makeConfig(): ConfigMap {
    const config: ConfigMap = new Map();
    if (this.node.kind === 'disabled') return config.set('_disable', true);
    for (const [key, entry] of this.node.config.entries) {
      if (!key.startsWith('+') && key !== this.removed) config.set(key, toValue(entry.value));
    }
    return config;
  }
}
