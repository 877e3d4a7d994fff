import { isTemplate } from '../catalog/accepts.ts';
import type { LocatedEntry } from '../project/located.ts';
import { text } from '../text/text.ts';
import type { Rule, RuleFinding } from './rule.ts';
import { literalText } from './support/literal.ts';
import { operatorTasks } from './support/task.ts';

export const loopValues: Rule = {
  id: 'loop-values',
  severity: 'error',
  summary: text('for_each> over something that is no list'),
  docs: text(
    'Each variable of for_each> needs a list, or a text that is a JSON list: a,b is neither, and the task fails. ' +
      'An empty list runs nothing and succeeds.',
  ),
  *check({ tasks }) {
    for (const { use, operator } of operatorTasks(tasks)) {
      if (operator.name !== 'for_each' || use.command?.kind !== 'map') continue;
      for (const entry of use.command.entries.values()) yield* checkValues(entry);
    }
  },
};

function* checkValues({ key, value }: LocatedEntry): Generator<RuleFinding> {
  if (value.kind === 'list') {
    if (value.items.length > 0) return;
    yield { ...value.place, severity: 'hint', message: text('{0} has no values: the loop runs nothing.', key) };
    return;
  }
  if (value.kind === 'scalar' && (isTemplate(value) || isJsonList(value.value))) return;
  const written = literalText(value);
  const message = text('{0} must be a list, or a text that is a JSON list.', key);
  if (written === undefined || !/^[^[\]{}"'#:]+$/.test(written)) yield { ...value.place, message };
  else {
    const newText = `[${written}]`;
    yield {
      ...value.place,
      message,
      fixes: [{ title: text('Change to {0}', newText), edits: [{ ...value.place, newText }], safe: false }],
    };
  }
}

function isJsonList(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  try {
    return Array.isArray(JSON.parse(value));
  } catch {
    return false;
  }
}
