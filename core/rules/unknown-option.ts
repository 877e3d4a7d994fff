import { builtInCatalog, type Catalog } from '../catalog/catalog.ts';
import { nearest } from '../catalog/nearest.ts';
import type { Operator, Parameter, UnknownKeys } from '../catalog/types.ts';
import type { LocatedEntry, LocatedMap } from '../project/located.ts';
import { text } from '../text/text.ts';
import type { Rule, RuleContext, RuleFinding } from './rule.ts';
import { filesOf } from './support/files.ts';
import { type OperatorTask, operatorTasks } from './support/task.ts';

export const unknownOption: Rule = {
  id: 'unknown-option',
  severity: 'warning',
  summary: text('A key that looks like a misspelt option'),
  docs: text(
    'Digdag ignores keys of a task that its operator does not read, mostly without a word: a mistyped option has no effect. ' +
      'Keys that resemble no option are never reported, since they may be variables of the SQL, arguments of the method or data.',
  ),
  *check(context) {
    const guesses = new Guesses(context.options.catalog);
    for (const task of operatorTasks(context)) {
      const { node, operator } = task;
      if (operator.unknownKeys === 'data') continue;
      for (const entry of node.config.entries.values()) {
        if (entry.key.endsWith('>') || entry.key.startsWith('+')) continue;
        const option = builtInCatalog.isKeyOf(operator, entry.key) ? undefined : guesses.of(entry.key, operator);
        if (option !== undefined && !node.config.has(option) && !isUsed(entry.key, task, context)) {
          yield report(entry, option, operator);
        }
        if (entry.value.kind === 'map') yield* nested(entry.value, entry.key, operator.parameters, operator);
      }
    }
  },
};

/** The same keys occur in many tasks: each is looked at once for an operator. */
class Guesses {
  readonly #known = new Map<string, string | undefined>();

  constructor(private readonly catalog: Catalog) {}

  of(key: string, operator: Operator): string | undefined {
    const id = `${operator.name} ${key}`;
    if (!this.#known.has(id)) {
      const names = this.catalog.keysOf(operator).map(({ name }) => name);
      this.#known.set(id, misspelt(key, names, operator.unknownKeys));
    }
    return this.#known.get(id);
  }
}

/** The keys of a map that is the value of one of the parameters. */
function* nested(
  map: LocatedMap,
  key: string,
  parameters: readonly Parameter[],
  operator: Operator,
): Generator<RuleFinding> {
  const inner = parameters.find(({ name }) => name === key)?.parameters;
  if (!inner) return;
  const names = inner.map(({ name }) => name);
  for (const member of map.entries.values()) {
    const option = misspelt(member.key, names, 'ignored');
    if (option !== undefined && !map.has(option)) yield report(member, option, operator);
    if (member.value.kind === 'map') yield* nested(member.value, member.key, inner, operator);
  }
}

/** The option that a key means, unless it is one itself. */
function misspelt(key: string, names: readonly string[], unknownKeys: UnknownKeys): string | undefined {
  if (names.includes(key) || builtInCatalog.taskOption(key) || key.length < 4) return undefined;
  const meant = names.filter((name) => /^\w+$/.test(name) && resembles(key, name, unknownKeys));
  return nearest(key, meant);
}

/**
 * A word of one's own begins otherwise. `parallel` is `_parallel` without its `_`, but `type` may be a variable wherever keys are variables.
 */
function resembles(key: string, option: string, unknownKeys: UnknownKeys): boolean {
  if (!option.startsWith('_') || key.startsWith('_')) return key[0] === option[0];
  return option === `_${key}` && (unknownKeys === 'ignored' || unknownKeys === 'warned');
}

/** A key that the workflow's text, or a file of the task, mentions as a variable is meant as one. */
function isUsed(key: string, task: OperatorTask, context: RuleContext): boolean {
  const word = key.replace(/\W/g, '.');
  context.looksBeside(task.node);
  if (new RegExp(`\\$(?:\\{[^}]*\\b)?${word}\\b`).test(context.text)) return true;
  const { unknownKeys } = task.operator;
  if (unknownKeys !== 'template-variables' && unknownKeys !== 'method-arguments') return false;
  const texts = [...filesOf(task, context)].flatMap(({ paths }) =>
    paths.map((path) => context.fs.read(path)?.text ?? ''),
  );
  return texts.some((source) => new RegExp(`\\b${word}\\b`).test(source));
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
