import { builtInCatalog } from '../catalog/catalog.ts';
import { nearest } from '../catalog/nearest.ts';
import type { Operator, Parameter } from '../catalog/types.ts';
import type { LocatedEntry, LocatedMap } from '../project/located.ts';
import { text } from '../text/text.ts';
import type { Rule, RuleContext, RuleFinding } from './rule.ts';
import { operatorTasks } from './support/task.ts';

export const unknownOption: Rule = {
  id: 'unknown-option',
  severity: 'warning',
  summary: text('A key that is nearly the name of an option'),
  docs: text(
    'Digdag ignores keys of a task that its operator does not read, mostly without a word: a mistyped option has no effect. ' +
      'Keys that resemble no option are never reported, since they may be variables of the SQL, arguments of the method or data.',
  ),
  *check(context) {
    for (const { node, operator } of operatorTasks(context.tasks)) {
      const options = builtInCatalog.keysOf(operator);
      const names = options.map(({ name }) => name);
      for (const entry of node.config.entries.values()) {
        if (entry.key.endsWith('>') || entry.key.startsWith('+')) continue;
        const found = misspelt(entry.key, names, node.config);
        if (found !== undefined && !isUsed(entry.key, operator, context)) yield report(entry, found, operator);
        yield* nested(
          entry,
          operator.parameters.find(({ name }) => name === entry.key),
          operator,
        );
      }
    }
  },
};

/** The keys of a map that is the value of a parameter. */
function* nested(entry: LocatedEntry, parameter: Parameter | undefined, operator: Operator): Generator<RuleFinding> {
  const { value } = entry;
  if (!parameter?.parameters || value.kind !== 'map') return;
  const names = parameter.parameters.map(({ name }) => name);
  for (const inner of value.entries.values()) {
    const found = misspelt(inner.key, names, value);
    if (found !== undefined) yield report(inner, found, operator);
    yield* nested(
      inner,
      parameter.parameters.find(({ name }) => name === inner.key),
      operator,
    );
  }
}

/** The option that a key means, unless it is one itself, or stands beside it. */
function misspelt(key: string, names: readonly string[], beside: LocatedMap): string | undefined {
  if (names.includes(key) || builtInCatalog.taskOption(key) || key.length < 4) return undefined;
  const found = nearest(
    key,
    names.filter((name) => /^\w+$/.test(name)),
  );
  return found !== undefined && !beside.has(found) && resembles(key, found) ? found : undefined;
}

/** Nearer than what a word of its own would be: the plural of an option, or another word of the same length, may be meant as it is. */
function resembles(key: string, option: string): boolean {
  return key[0] === option[0] || key.replaceAll('_', '') === option.replaceAll('_', '') || option.startsWith('_');
}

/** A key that the task's own texts use as a variable is meant as one. */
function isUsed(key: string, operator: Operator, { text: source }: RuleContext): boolean {
  if (operator.unknownKeys === 'data') return true;
  return new RegExp(`\\$(?:\\{[^}]*\\b)?${key.replace(/[^\w]/g, '.')}\\b`).test(source);
}

function report(entry: LocatedEntry, option: string, operator: Operator): RuleFinding {
  const place = entry.keyPlace;
  return {
    ...place,
    message: text(
      '{0}> has no option {1}, and Digdag ignores it without a word; did you mean {2}?',
      operator.name,
      entry.key,
      option,
    ),
    fixes: [{ title: text('Change to {0}', option), edits: [{ ...place, newText: option }], safe: false }],
  };
}
