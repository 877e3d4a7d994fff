import { isTemplate } from '../catalog/accepts.ts';
import { builtInCatalog } from '../catalog/catalog.ts';
import { type Located, type LocatedEntry, toValue } from '../project/located.ts';
import { readRetry } from '../schedule/retry.ts';
import { text } from '../text/text.ts';
import { ConfigError } from '../value/typed.ts';
import type { TaskNode } from '../workflow/taskNode.ts';
import type { Place } from './finding.ts';
import type { Rule, RuleFinding } from './rule.ts';
import { withoutJavaTypes } from './support/javaWords.ts';

export const retry: Rule = {
  id: 'retry',
  severity: 'error',
  summary: text('A _retry that fails, or that Digdag ignores'),
  docs: text(
    '_retry is a number of further tries, or a map with limit, interval (whole seconds), interval_type and max_interval. ' +
      'On a group the text itself must be a number: a variable is not evaluated there. echo>, fail>, notify>, wait> and s3_wait> never try again.',
  ),
  *check({ tasks }) {
    for (const node of tasks) {
      const entry = node.config.entries.get('_retry');
      if (!entry || node.kind === 'disabled' || node.operators.length > 1) continue;
      const finding = node.kind === 'group' ? onGroup(entry) : onTask(node, entry);
      if (finding) yield finding;
    }
  },
};

/** A group with a _retry that cannot be read runs without one; only the log tells. */
function onGroup(entry: LocatedEntry): RuleFinding | undefined {
  const read = readRetry(new Map([['_retry', toValue(entry.value)]]), 0);
  if (!(read instanceof ConfigError)) return undefined;
  const message = isTemplate(entry.value)
    ? text('Digdag ignores this _retry: on a group a variable is not evaluated.')
    : text('Digdag ignores this _retry: {0}', withoutJavaTypes(read.message));
  return { ...placeOfFault(entry.value), severity: 'warning', message, ...seconds(entry.value, false) };
}

function onTask(node: TaskNode, entry: LocatedEntry): RuleFinding | undefined {
  const name = node.operators[0]?.name ?? '';
  const ignoredBy = builtInCatalog.taskOption('_retry')?.operatorsWithoutEffect ?? [];
  if (ignoredBy.includes(name)) {
    return {
      ...entry.keyPlace,
      severity: 'warning',
      message: text('_retry has no effect: {0}> never tries again.', name),
    };
  }
  if (holdsTemplate(entry.value) || !builtInCatalog.operator(name)) return undefined;
  const read = readRetry(new Map([['_retry', toValue(entry.value)]]), 0);
  if (!(read instanceof ConfigError)) return undefined;
  return {
    ...placeOfFault(entry.value),
    message: text('The task will fail: {0}', withoutJavaTypes(read.message)),
    ...seconds(entry.value, true),
  };
}

/** The interval where that alone is wrong. */
function placeOfFault(value: Located): Place {
  const interval = value.kind === 'map' ? value.get('interval') : undefined;
  return interval && seconds(value, false).fixes ? interval.place : value.place;
}

function holdsTemplate(value: Located): boolean {
  return (
    isTemplate(value) || (value.kind === 'map' && [...value.entries.values()].some((entry) => isTemplate(entry.value)))
  );
}

const inSeconds: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 };

/** `interval: 1m` is meant as 60. */
function seconds(value: Located, safe: boolean): Pick<RuleFinding, 'fixes'> {
  const interval = value.kind === 'map' ? value.get('interval') : undefined;
  const written = interval?.kind === 'scalar' && typeof interval.value === 'string' ? interval.value : '';
  const [, digits, unit] = /^(\d+)\s*([smh])$/i.exec(written) ?? [];
  const factor = inSeconds[unit?.toLowerCase() ?? ''];
  if (!interval || digits === undefined || factor === undefined) return {};
  const newText = String(Number(digits) * factor);
  return {
    fixes: [{ title: text('Change to {0} (seconds)', newText), edits: [{ ...interval.place, newText }], safe }],
  };
}
