import { builtInCatalog } from '../catalog/catalog.ts';
import { suggest } from '../text/suggest.ts';
import { text } from '../text/text.ts';
import type { Problem } from '../workflow/problem.ts';
import type { Fix } from './finding.ts';
import type { RuleContext } from './rule.ts';
import { indented, lineBreak, linesOf, moveInto, renameKey } from './support/edits.ts';
import { refusal } from './support/refusal.ts';
import { wrapOperators } from './support/wrapOperators.ts';

const topLevelKeys = ['timezone', '_export', 'schedule', 'sla', '_error', '_check', '_retry', '_parallel'];

export const topLevelKey = refusal({
  id: 'top-level-key',
  summary: text('A key that may not stand at the top of a workflow'),
  docs: text(
    'At the top of a file Digdag takes +tasks, timezone, _export, schedule, sla, _error, _check, _retry and _parallel. Any other key makes ' +
      'it refuse the whole project. An operator needs a +task around it; variables belong under _export.',
  ),
  message({ message, entry }) {
    const key = entry?.key ?? '';
    const nearest = suggest(key, topLevelKeys, 0.4)[0];
    if (key.endsWith('>')) return text('{0}. An operator needs a +task around it.', message);
    if (nearest) return text('{0}. Did you mean {1}?', message, nearest);
    if (builtInCatalog.taskOption(key)) return text('{0}. {1} belongs to a task: move it into one.', message, key);
    if (entry?.value.kind === 'map') return text('{0}. A task begins with +, variables belong under _export.', message);
    return text('{0}. Variables belong under _export.', message);
  },
  fixes: (problem, context) => [
    ...renamings(problem, context),
    ...wrapping(problem, context),
    ...intoTask(problem, context),
    ...toExport(problem, context),
  ],
});

function renamings({ entry }: Problem, context: RuleContext): Fix[] {
  const key = entry?.key ?? '';
  const names = suggest(key, topLevelKeys, 0.4).slice(0, 2);
  const isTask = entry?.value.kind === 'map' && /^[a-zA-Z][\w-]*$/.test(key) && !builtInCatalog.taskOption(key);
  if (isTask && names.length === 0) names.push(`+${key}`);
  return names.flatMap((name) => renameKey(context, entry, name));
}

function wrapping({ entry }: Problem, context: RuleContext): Fix[] {
  return entry?.key.endsWith('>') && context.config ? wrapOperators(context, context.config) : [];
}

/** A message names no more tasks than these. */
const mostTasks = 3;

/** What belongs to a task goes into one of those that run an operator, or into the groups for what they may hold. */
function intoTask({ entry }: Problem, context: RuleContext): Fix[] {
  const option = entry && builtInCatalog.taskOption(entry.key);
  if (!entry || !option) return [];
  const tasks = context.topLevel
    .map(({ task }) => task)
    .filter(
      ({ body, kind, config }) =>
        body === null && option.legal[kind === 'group' ? 'group' : 'task'] === 'yes' && !config.has(entry.key),
    );
  return tasks.slice(0, mostTasks).flatMap((task) => {
    const edits = moveInto(context, entry, task.entry ?? undefined);
    return edits.length > 0 ? [{ title: text('Move it into {0}', task.name), edits, safe: false }] : [];
  });
}

/** A variable goes under the _export of the workflow, or a new one. */
function toExport({ entry }: Problem, context: RuleContext): Fix[] {
  if (!entry || /^_|>$/.test(entry.key) || !/^\w+$/.test(entry.key) || suggest(entry.key, topLevelKeys, 0.4).length > 0)
    return [];
  const exported = context.config?.entries.get('_export');
  if (exported) {
    const edits = moveInto(context, entry, exported);
    return edits.length > 0 ? [{ title: text('Move it under _export'), edits, safe: false }] : [];
  }
  const lines = linesOf(context, entry);
  if (!lines) return [];
  const newText = `_export:${lineBreak(context)}`;
  const head = { path: context.path, start: lines.start, end: lines.start, newText };
  return [{ title: text('Move it under _export'), edits: [head, ...indented(context, lines)], safe: false }];
}
