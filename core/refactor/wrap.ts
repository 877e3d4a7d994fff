import { lineBreak } from '../rules/support/edits.ts';
import { freeName } from '../rules/support/wrapOperators.ts';
import { type Text, text } from '../text/text.ts';
import { shifted } from './blocks.ts';
import type { Refactor, RefactorContext, Refactoring } from './refactoring.ts';
import { canBeGrouped, type Selection, selectionIn } from './selection.ts';

/** Puts tasks into a group, or below an operator that runs them once until it is told more. */
export const wrap: Refactor = (context) => {
  const selection = selectionIn(context);
  if (!selection || !canBeGrouped(selection, false)) return [];
  const written = context.text.slice(selection.lines.start, selection.lines.end);
  const item = variableNotIn(written);
  return [
    wrapped(context, selection, text('Put into a group'), 'group'),
    wrapped(context, selection, text('Wrap in if>'), 'if', 'if>: true'),
    wrapped(context, selection, text('Wrap in for_each>'), 'for_each', `for_each>: {${item}: [1]}`),
    ...(/\bi\b/.test(written) ? [] : [wrapped(context, selection, text('Wrap in loop>'), 'loop', 'loop>: 1')]),
  ];
};

/** A loop's variable hides another of its name. */
function variableNotIn(written: string): string {
  let name = 'item';
  for (let count = 2; new RegExp(`\\b${name}\\b`).test(written); count++) name = `item_${count}`;
  return name;
}

/** @param operator the line of the operator that runs the tasks; of a group none */
function wrapped(
  context: RefactorContext,
  { parent, lines, order }: Selection,
  title: Text,
  name: string,
  operator?: string,
): Refactoring {
  const { path, text: source } = context;
  const { start, indent } = lines;
  const parallel = order === 'parallel' ? ['_parallel: true'] : [];
  const task = freeName(`+${name}`, new Set(parent.config.entries.keys()));
  const head = operator
    ? [`${task}:`, `  ${operator}`, '  _do:', ...parallel.map((line) => `    ${line}`)]
    : [`${task}:`, ...parallel.map((line) => `  ${line}`)];
  const newText = head.map((line) => indent + line + lineBreak(context)).join('');
  const edits = [{ path, start, end: start, newText }, ...shifted(path, source, lines, operator ? 4 : 2)];
  return { kind: 'rewrite', title, edits };
}
