import type { Limits, TargetProfile } from '../catalog/targets/target.ts';
import { toValue } from '../project/located.ts';
import { text } from '../text/text.ts';
import { parseDuration } from '../value/duration.ts';
import { asInt } from '../value/typed.ts';
import type { TaskNode } from '../workflow/taskNode.ts';
import type { Rule, RuleFinding } from './rule.ts';

export const treasureData: Rule = {
  id: 'treasure-data',
  severity: 'warning',
  summary: text('What Treasure Data’s service does not run, or limits'),
  docs: text(
    'Only where the setting digkit.target is treasure-data. Its service runs no scripts but those of py>, keeps no parameters, downloads no ' +
      'results, and limits names, parallel tasks and their time. A push succeeds all the same: the task fails when it runs.',
  ),
  *check({ tasks, options }) {
    const profile = options.catalog.profile;
    if (!profile.limits) return;
    for (const node of tasks) {
      if (node.kind === 'disabled') continue;
      yield* refused(node, profile);
      yield* beyond(node, profile.limits);
    }
  },
};

function* refused(node: TaskNode, profile: TargetProfile): Generator<RuleFinding> {
  for (const { name, entry } of node.operators) {
    const place = entry.key === '_type' ? entry.value.place : entry.keyPlace;
    const advice = profile.refused.get(name);
    if (advice) yield { ...place, message: text('Treasure Data does not run {0}>. {1}', name, advice) };
    for (const { key, keyPlace } of node.config.entries.values()) {
      const other = profile.refusedParameters.get(`${name}.${key}`);
      if (other) yield { ...keyPlace, message: text('Treasure Data does not take {0} of {1}>. {2}', key, name, other) };
    }
  }
}

function* beyond(node: TaskNode, limits: Limits): Generator<RuleFinding> {
  const length = new TextEncoder().encode(node.fullName).length;
  // the innermost task tells it for those around it, whose names are shorter
  if (length > limits.taskName && !node.children.some(({ body }) => body === null)) {
    const message = text(
      'The full name of this task has {0} bytes, and Treasure Data takes {1}: {2}',
      length,
      limits.taskName,
      `${node.fullName.slice(0, 60)}…`,
    );
    yield { ...(node.entry?.keyPlace ?? node.place), message };
  }
  const wait = node.operators.find(({ name }) => name === 'wait')?.command;
  const seconds = wait?.kind === 'scalar' && typeof wait.value === 'string' ? parseDuration(wait.value) : undefined;
  if (wait && seconds !== undefined && seconds > limits.taskTime) {
    const hours = limits.taskTime / 3600;
    yield {
      ...wait.place,
      message: text('Treasure Data ends a task after {0} hours: this one would wait longer.', hours),
    };
  }
  const parallel = node.config.get('_parallel');
  const limit = parallel?.kind === 'map' ? parallel.entries.get('limit') : undefined;
  const width = limit?.value.kind === 'scalar' ? asInt(toValue(limit.value)) : undefined;
  if (limit && width !== undefined && width > limits.parallelTasks) {
    const message = text(
      'Treasure Data runs {0} tasks of an account at the same time: the others of this batch of {1} wait.',
      limits.parallelTasks,
      width,
    );
    yield { ...limit.value.place, message, severity: 'information' };
  }
}
