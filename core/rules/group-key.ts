import { builtInCatalog } from '../catalog/catalog.ts';
import type { LocatedEntry } from '../project/located.ts';
import { text } from '../text/text.ts';
import type { Problem } from '../workflow/problem.ts';
import type { Fix } from './finding.ts';
import type { RuleContext } from './rule.ts';
import { indented, lineBreak, linesOf, moveInto, renameKey } from './support/edits.ts';
import { refusal } from './support/refusal.ts';

export const groupKey = refusal({
  id: 'group-key',
  summary: text('A key that a group of tasks may not have'),
  docs: text(
    'A task without an operator is a group. It may hold +tasks and timezone, schedule, sla, _parallel, _background, _after, _error, _check, ' +
      '_retry, _export and _secrets, nothing else. Often the + of a task or the > of an operator is missing; variables belong under _export.',
  ),
  message(problem) {
    const { message, entry } = problem;
    const key = entry?.key ?? '';
    const operator = operatorBeside(problem);
    if (operator)
      return text('{0}. {1} is written without its >: then all keys here would be its options.', message, operator);
    if (entry?.value.kind === 'map') return text('{0}. A task below a group begins with +: write +{1}.', message, key);
    if (isOperatorName(key)) return text('{0}. An operator ends in >: write {1}>.', message, key);
    if (problem.suggestions.length > 0) return text('{0}.', message);
    return text('{0}. Variables of a group belong under _export.', message);
  },
  fixes: (problem, context) =>
    operatorBeside(problem) ? [] : [...renamings(problem, context), ...toExport(problem, context)],
});

/** Another key of a task without subtasks that is an operator but for its `>`. */
function operatorBeside({ node, entry }: Problem): string | undefined {
  if (!node || node.children.some(({ body }) => body === null)) return undefined;
  return [...node.config.entries.keys()].find((key) => key !== entry?.key && isOperatorName(key));
}

function renamings(problem: Problem, context: RuleContext): Fix[] {
  const { entry, node, suggestions } = problem;
  const key = entry?.key ?? '';
  const names = [...suggestions];
  const holdsTasks = node?.children.some(({ body }) => body === null);
  if (isOperatorName(key) && !holdsTasks) names.unshift(`${key}>`);
  if (entry?.value.kind === 'map' && /^\w[\w-]*$/.test(key)) names.unshift(`+${key}`);
  return names.slice(0, 3).flatMap((name) => renameKey(context, entry, name));
}

function isOperatorName(key: string): boolean {
  return builtInCatalog.operator(key) !== undefined;
}

/** Puts a plain variable under the _export of the group, or a new one. */
function toExport({ entry, node }: Problem, context: RuleContext): Fix[] {
  if (!entry || !node || !isVariable(entry)) return [];
  const exported = node.config.entries.get('_export');
  if (exported) {
    const edits = moveInto(context, entry, exported);
    return edits.length > 0 ? [{ title: text('Move it under _export'), edits, safe: false }] : [];
  }
  const lines = linesOf(context, entry);
  if (!lines) return [];
  const newText = `${lines.indent}_export:${lineBreak(context)}`;
  const head = { path: context.path, start: lines.start, end: lines.start, newText };
  return [{ title: text('Move it under _export'), edits: [head, ...indented(context, lines)], safe: false }];
}

function isVariable({ key, value }: LocatedEntry): boolean {
  return !key.startsWith('_') && value.kind === 'scalar' && !isOperatorName(key);
}
