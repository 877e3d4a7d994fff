import { isTemplate } from '../catalog/accepts.ts';
import type { LocatedEntry, LocatedMap } from '../project/located.ts';
import { text } from '../text/text.ts';
import type { Rule, RuleFinding } from './rule.ts';
import { literalText } from './support/literal.ts';
import { operatorTasks } from './support/task.ts';

export const loopValues: Rule = {
  id: 'loop-values',
  severity: 'error',
  summary: text('for_each> over something that is no list'),
  docs: text(
    'Each variable of for_each> needs a list, or a string that holds a JSON list: a,b is neither, and the task fails. ' +
      'An empty list runs nothing and succeeds.',
  ),
  *check(context) {
    for (const { use, operator } of operatorTasks(context)) {
      if (operator.name !== 'for_each' || use.command?.kind !== 'map') continue;
      const entries = [...use.command.entries.values()];
      for (const [index, entry] of entries.entries()) {
        if (isCutOff(entry, use.command)) continue;
        if (isEmptyList(entry))
          yield emptyList(entry, index === 0 && entries.length > 1 && !entries.slice(1).some(isEmptyList));
        else yield* checkValues(entry, restOf(entry, use.command));
      }
    }
  },
};

function isEmptyList({ value }: LocatedEntry): boolean {
  return value.kind === 'list' && value.items.length === 0;
}

/** Digdag loops over the other variables alone where only the first list is empty (ForEachOperatorFactory). */
function emptyList({ key, value }: LocatedEntry, isLeftOut: boolean): RuleFinding {
  if (!isLeftOut)
    return { ...value.place, severity: 'hint', message: text('{0} has no values: the loop runs nothing.', key) };
  const message = text('{0} has no values: Digdag loops over the other variables alone, without it.', key);
  return { ...value.place, severity: 'warning', message };
}

/** In `{v: a,b}` the comma ends the value, and b is a key without one. */
function isCutOff({ value, keyEnd }: LocatedEntry, { node }: LocatedMap): boolean {
  return (
    node?.kind === 'mapping' && node.flow && value.kind === 'scalar' && value.value === null && value.start <= keyEnd
  );
}

/** The keys that are meant as further values of this one. */
function restOf(entry: LocatedEntry, map: LocatedMap): LocatedEntry[] {
  const entries = [...map.entries.values()];
  const behind = entries.slice(entries.indexOf(entry) + 1);
  const next = behind.findIndex((other) => !isCutOff(other, map));
  return next < 0 ? behind : behind.slice(0, next);
}

function* checkValues({ key, value }: LocatedEntry, rest: readonly LocatedEntry[]): Generator<RuleFinding> {
  if (value.kind === 'list') return;
  if (value.kind === 'scalar' && (isTemplate(value) || isJsonList(value.value))) return;
  const written = literalText(value);
  const message = text('{0} must be a list, or a string that holds a JSON list.', key);
  if (written === undefined || !/^[^[\]{}"'#:]+$/.test(written)) yield { ...value.place, message };
  else {
    const newText = `[${[written, ...rest.map((other) => other.key)].join(', ')}]`;
    const place = { ...value.place, end: rest.at(-1)?.keyEnd ?? value.end };
    yield {
      ...place,
      message,
      fixes: [{ title: text('Change to {0}', newText), edits: [{ ...place, newText }], safe: false }],
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
