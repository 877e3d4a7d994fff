import { documentationUrl } from '../../../core/catalog/documentation.ts';
import type { Command, Json, Operator, Parameter, Scheduler, TaskOption } from '../../../core/catalog/types.ts';
import { type Text, text } from '../../../core/text/text.ts';
import type { Meaning } from '../position/surroundings.ts';

type Say = (text: Text) => string;

/** What the catalogue says of a key, as Markdown. */
export function catalogText(meaning: Meaning, say: Say): string {
  switch (meaning.kind) {
    case 'operator':
      return operatorText(meaning.operator, say);
    case 'scheduler':
      return schedulerText(meaning.scheduler, say);
    case 'option':
      return optionText(meaning.option, say);
    case 'parameter':
      return parameterText(meaning.parameter, say);
  }
}

function operatorText(operator: Operator, say: Say): string {
  const { name, summary, command, parameters, notes, example, documentation, deprecated } = operator;
  const required = parameters.filter((parameter) => parameter.required).map((parameter) => `\`${parameter.name}\``);
  return paragraphs(
    `**\`${name}>\`** ${summary}`,
    deprecated && say(text('Deprecated: {0}', deprecated)),
    commandLine(command, say),
    required.length > 0 && say(text('Required: {0}', required.join(', '))),
    list(notes),
    code(example),
    link(documentation, say),
  );
}

function commandLine({ type, meaning, format }: Command, say: Say): string {
  const form = format ? ` (${format})` : '';
  return say(text('Value: {0} {1}', `\`${type.join(' | ')}\`${form}`, meaning));
}

function parameterText(parameter: Parameter, say: Say): string {
  const { name, type, meaning, notes, format, since, deprecated, required } = parameter;
  const facts = [
    required && say(text('required')),
    parameter.default !== undefined && say(text('default {0}', `\`${json(parameter.default)}\``)),
    parameter.enum && say(text('one of {0}', parameter.enum.map((value) => `\`${value}\``).join(', '))),
    range(parameter, say),
    format,
    since && say(text('since Digdag {0}', since)),
  ];
  return paragraphs(
    `**\`${name}\`** \`${type.join(' | ')}\``,
    meaning,
    facts.filter(Boolean).join(' · '),
    deprecated && say(text('Deprecated: {0}', deprecated)),
    list(notes),
  );
}

function range({ min, max }: Parameter, say: Say): string | undefined {
  if (min !== undefined && max !== undefined) return say(text('from {0} to {1}', min, max));
  if (min !== undefined) return say(text('at least {0}', min));
  return max === undefined ? undefined : say(text('at most {0}', max));
}

function optionText(
  { name, type, meaning, inherited, template, notes, example, documentation }: TaskOption,
  say: Say,
): string {
  return paragraphs(
    `**\`${name}\`** \`${type.join(' | ')}\``,
    meaning,
    inherited && say(text('Inherited: {0}', inherited)),
    template && say(text('Expressions in it: {0}', template)),
    list(notes),
    code(example),
    link(documentation, say),
  );
}

function schedulerText({ name, command, sessionTime, notes, example, documentation }: Scheduler, say: Say): string {
  return paragraphs(
    `**\`${name}>\`** ${command.meaning}`,
    say(text('Form: {0}, such as {1}', `\`${command.format}\``, `\`${command.example}\``)),
    say(text('Session time: {0}', sessionTime)),
    list(notes),
    code(example),
    link(documentation, say),
  );
}

function paragraphs(...parts: readonly (string | false | undefined)[]): string {
  return parts.filter(Boolean).join('\n\n');
}

function list(notes: readonly string[] | undefined): string | undefined {
  return notes?.map((note) => `- ${note}`).join('\n');
}

function code(example: string | undefined): string | undefined {
  return example && `\`\`\`digdag\n${example}\n\`\`\``;
}

function link(page: string | undefined, say: Say): string | undefined {
  return page && `[${say(text('Digdag’s documentation'))}](${documentationUrl(page)})`;
}

function json(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
