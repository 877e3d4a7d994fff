import { isTemplate } from '../catalog/accepts.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { text } from '../text/text.ts';
import type { OperatorUse, TaskNode } from '../workflow/taskNode.ts';
import type { Rule, RuleContext, RuleFinding } from './rule.ts';
import { around } from './support/task.ts';

export const unknownOperator: Rule = {
  id: 'unknown-operator',
  severity: 'warning',
  summary: text('An operator that Digdag does not have'),
  docs: text(
    'Digdag looks for the operator only when the task runs, and then fails with "Unknown task type"; check and push accept any name. ' +
      'Plugins may bring more operators: load them under _export: plugin, or name them in the setting digkit.operators, or describe them in .digkit/operators.',
  ),
  *check(context) {
    for (const node of context.tasks) {
      const use = node.operators[0];
      if (use && node.operators.length === 1 && isUnknown(use, context) && !mayLoadPlugins(node, context))
        yield report(use, context.options.catalog);
    }
  },
};

function isUnknown({ name, entry }: OperatorUse, { options }: RuleContext): boolean {
  if (options.catalog.operator(name) || options.knownOperators.has(name)) return false;
  return entry.key !== '_type' || !isTemplate(entry.value);
}

/** Plugins are loaded by `plugin: dependencies` of any task around, and of a called file by those who call it. */
function mayLoadPlugins(node: TaskNode, { role, fs, project }: RuleContext): boolean {
  for (const task of [node, ...around(node)]) {
    const exported = task.config.get('_export');
    if (exported?.kind === 'map' && (exported.has('plugin') || exported.has('dependencies'))) return true;
  }
  return role === 'called' && project.workflows.some((path) => /^\s*plugin\s*:/m.test(fs.read(path)?.text ?? ''));
}

/** What other tools call an operator. */
const synonyms: Readonly<Record<string, string>> = {
  bash: 'sh',
  bigquery: 'bq',
  command: 'sh',
  email: 'mail',
  exec: 'sh',
  foreach: 'for_each',
  include: 'call',
  postgres: 'pg',
  postgresql: 'pg',
  print: 'echo',
  python: 'py',
  ruby: 'rb',
  run: 'sh',
  script: 'sh',
  shell: 'sh',
};

function report({ name, entry }: OperatorUse, catalog: Catalog): RuleFinding {
  const place = entry.key === '_type' ? entry.value.place : entry.keyPlace;
  const nearest = catalog.operator(synonyms[name.toLowerCase()] ?? '') ?? catalog.nearestOperator(name);
  if (!nearest)
    return {
      ...place,
      message: text('Digdag has no operator {0}>; the task will fail unless a plugin brings it.', name),
    };
  const newText = entry.key === '_type' ? nearest.name : `${nearest.name}>`;
  return {
    ...place,
    message: text('Digdag has no operator {0}>; did you mean {1}>?', name, nearest.name),
    fixes: [{ title: text('Change to {0}>', nearest.name), edits: [{ ...place, newText }], safe: false }],
  };
}
