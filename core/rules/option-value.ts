import { accepts, isTemplate } from '../catalog/accepts.ts';
import { builtInCatalog } from '../catalog/catalog.ts';
import type { Parameter, ValueType } from '../catalog/types.ts';
import type { Located, LocatedEntry } from '../project/located.ts';
import { type Text, text } from '../text/text.ts';
import { asInt } from '../value/typed.ts';
import type { Rule, RuleContext, RuleFinding } from './rule.ts';
import { literalText, quoted } from './support/literal.ts';
import { operatorTasks } from './support/task.ts';

export const optionValue: Rule = {
  id: 'option-value',
  severity: 'error',
  summary: text('A value that the operator does not take'),
  docs: text(
    "Digdag reads the options of an operator when the task runs, and then fails: \"Expected 'true' or 'false' for key ... but got ...\". " +
      'A string with a variable stays a string, so it can only be a list or a map where the operator reads JSON strings.',
  ),
  *check(context) {
    for (const { node, use, operator } of operatorTasks(context)) {
      for (const finding of use.command ? checkValue(`${operator.name}>`, use.command, operator.command) : []) {
        yield { ...asText(use.command, operator.command.type, context), ...finding };
      }
      for (const entry of node.config.entries.values()) {
        const parameter = builtInCatalog.parameter(operator, entry.key);
        // what holds tasks is the compiler's business: body-not-a-map
        if (parameter && !parameter.type.includes('tasks')) yield* checkEntry(entry, parameter);
      }
    }
  },
};

function* checkEntry(entry: LocatedEntry, parameter: Parameter): Generator<RuleFinding> {
  if (entry.key === '_parallel') return yield* checkParallel(entry.value);
  const before = [...checkValue(entry.key, entry.value, parameter)];
  yield* before;
  if (before.length > 0 || !parameter.parameters || entry.value.kind !== 'map') return;
  for (const inner of parameter.parameters) {
    const innerEntry = entry.value.entries.get(inner.name);
    if (innerEntry) yield* checkEntry(innerEntry, inner);
  }
}

function* checkValue(key: string, value: Located, parameter: Omit<Parameter, 'name'>): Generator<RuleFinding> {
  if (!accepts(value, parameter)) {
    yield { ...value.place, message: refusal(key, value, parameter.type), ...fixes(value, parameter.type) };
    return;
  }
  const written = literalText(value);
  if (written === undefined) return;
  if (parameter.enumChecked && parameter.enum && !isOneOf(written, parameter.enum, parameter.enumSuffix)) {
    yield { ...value.place, message: text('{0} must be one of {1}.', key, parameter.enum.join(', ')) };
  }
  const { min, max } = parameter;
  const number = asInt(value.kind === 'scalar' ? value.value : null);
  if (number === undefined) return;
  if (typeof min === 'number' && number < min)
    yield { ...value.place, message: text('{0} must be at least {1}.', key, min) };
  if (typeof max === 'number' && number > max)
    yield { ...value.place, message: text('{0} must be at most {1}.', key, max) };
}

/** Looping operators take a number for no boolean, unlike all others (ParallelControl). */
function* checkParallel(value: Located): Generator<RuleFinding> {
  const number = value.kind === 'scalar' && typeof value.value === 'number' ? value.value : undefined;
  if (number === undefined) {
    if (accepts(value, { type: ['boolean', 'map'] })) return;
    const types: readonly ValueType[] = ['boolean', 'map'];
    yield { ...value.place, message: refusal('_parallel', value, types), ...fixes(value, types) };
    return;
  }
  yield {
    ...value.place,
    message: text('_parallel takes no number: write {limit: {0}}, or true.', number),
    fixes: [
      {
        title: text('Write {limit: {0}}', number),
        edits: [{ ...value.place, newText: `{limit: ${number}}` }],
        safe: false,
      },
    ],
  };
}

function isOneOf(written: string, values: readonly string[], suffix: string | undefined): boolean {
  const lower = written.toLowerCase();
  return values.some(
    (value) => lower === value.toLowerCase() || (suffix !== undefined && lower.startsWith(`${value.toLowerCase()};`)),
  );
}

function refusal(key: string, value: Located, types: readonly ValueType[]): Text {
  const written = literalText(value);
  if (types.includes('boolean') && written !== undefined) {
    return text('{0} must be true or false: {1} is a string in Digdag.', key, written);
  }
  const expected = types.join(' | ');
  if (isTemplate(value))
    return text('{0} must be of type {1}, and a string with a variable stays a string.', key, expected);
  return text('{0} must be of type {1}.', key, expected);
}

const trueWords = new Set(['yes', 'on', 'y', 'TRUE']);
const falseWords = new Set(['no', 'off', 'n', 'FALSE']);

function fixes(value: Located, types: readonly ValueType[]): Pick<RuleFinding, 'fixes'> {
  const written = literalText(value);
  if (written === undefined) return {};
  const words =
    types.includes('boolean') && (trueWords.has(written) ? 'true' : falseWords.has(written) ? 'false' : undefined);
  const list = types.includes('list<string>') ? `[${written}]` : undefined;
  const newText = words || list;
  return newText
    ? { fixes: [{ title: text('Change to {0}', newText), edits: [{ ...value.place, newText }], safe: false }] }
    : {};
}

/** `{{x}}` begins a map to YAML, where a string is meant. */
function asText(
  value: Located | undefined,
  types: readonly ValueType[],
  context: RuleContext,
): Pick<RuleFinding, 'fixes'> {
  if (!value || value.kind === 'scalar' || value.path !== context.path || !types.includes('string')) return {};
  if (!/^[[{]/.test(context.text.slice(value.start, value.end))) return {};
  const newText = quoted(context.text.slice(value.start, value.end));
  return { fixes: [{ title: text('Put the value in quotes'), edits: [{ ...value.place, newText }], safe: false }] };
}
