import { builtInCatalog } from '../catalog/catalog.ts';
import { suggest } from '../text/suggest.ts';
import { text } from '../text/text.ts';
import type { Problem } from '../workflow/problem.ts';
import type { Fix } from './finding.ts';
import type { RuleContext } from './rule.ts';
import { renameKey } from './support/edits.ts';
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
  fixes: (problem, context) => [...renamings(problem, context), ...wrapping(problem, context)],
});

function renamings({ entry }: Problem, context: RuleContext): Fix[] {
  const key = entry?.key ?? '';
  const names = suggest(key, topLevelKeys, 0.4).slice(0, 2);
  if (entry?.value.kind === 'map' && /^[a-zA-Z][\w-]*$/.test(key) && names.length === 0) names.push(`+${key}`);
  return names.flatMap((name) => renameKey(context, entry, name));
}

function wrapping({ entry }: Problem, context: RuleContext): Fix[] {
  return entry?.key.endsWith('>') && context.config ? wrapOperators(context, context.config) : [];
}
