import { builtInCatalog } from '../catalog/catalog.ts';
import { text } from '../text/text.ts';
import type { TaskNode } from '../workflow/taskNode.ts';
import type { Rule, RuleFinding } from './rule.ts';
import { operatorTasks } from './support/task.ts';

export const deprecatedOption: Rule = {
  id: 'deprecated-option',
  severity: 'warning',
  summary: text('An option that Digdag no longer reads'),
  docs: text(
    'Passwords and keys come from secrets alone: mail password since 0.8.16, td apikey since 0.8.15. What stands in the workflow has no effect, ' +
      'and can be read by everyone who sees the file.',
  ),
  *check(context) {
    for (const { node, operator } of operatorTasks(context)) {
      for (const { key, keyPlace } of node.config.entries.values()) {
        const parameter = builtInCatalog.parameter(operator, key);
        if (parameter?.deprecated !== undefined) yield report(`${operator.name}.${key}`, keyPlace);
      }
      const apikey = operator.name.startsWith('td') ? node.config.entries.get('apikey') : undefined;
      if (apikey) yield report('td.apikey', apikey.keyPlace);
    }
    for (const node of context.tasks) yield* exported(node);
  },
};

function* exported(node: TaskNode): Generator<RuleFinding> {
  const map = node.config.get('_export');
  if (map?.kind !== 'map') return;
  for (const [section, key] of [
    ['td', 'apikey'],
    ['mail', 'password'],
  ] as const) {
    const values = map.get(section);
    const entry = values?.kind === 'map' ? values.entries.get(key) : undefined;
    if (entry) yield report(`${section}.${key}`, entry.keyPlace);
  }
}

function report(secret: string, place: Pick<RuleFinding, 'path' | 'start' | 'end'>): RuleFinding {
  return {
    ...place,
    message: text('Digdag does not read this any more: set the secret {0} instead, and remove the line.', secret),
  };
}
