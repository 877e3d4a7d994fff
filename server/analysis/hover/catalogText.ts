import { documentationUrl } from '../../../core/catalog/documentation.ts';
import type { Member } from '../../../core/catalog/members/member.ts';
import type { TargetProfile } from '../../../core/catalog/targets/target.ts';
import type { Command, Json, Operator, Parameter, Scheduler, TaskOption } from '../../../core/catalog/types.ts';
import { type Text, text } from '../../../core/text/text.ts';
import type { Meaning } from '../position/surroundings.ts';

export type Say = (text: Text) => string;

/** What the catalogue says of a key, or of a member of JavaScript, as Markdown. */
export function catalogText(
  meaning: Meaning | { readonly kind: 'member'; readonly member: Member },
  say: Say,
  profile?: TargetProfile,
): string {
  switch (meaning.kind) {
    case 'operator':
      return operatorText(meaning.operator, say, profile);
    case 'scheduler':
      return schedulerText(meaning.scheduler, say);
    case 'option':
      return optionText(meaning.option, say);
    case 'parameter':
      return parameterText(meaning.parameter, say, meaning.of);
    case 'member':
      return memberText(meaning.member, say);
  }
}

/** A text of the catalogue in the reader's language: the catalogue is translated by its English texts. */
export function told(words: string, say: Say): string {
  return say({ template: words, args: [] });
}

function operatorText(operator: Operator, say: Say, profile: TargetProfile | undefined): string {
  const { name, summary, command, parameters, notes, example, documentation, deprecated } = operator;
  const required = parameters.filter((parameter) => parameter.required).map((parameter) => `\`${parameter.name}\``);
  const refused = profile?.refused.get(name);
  return paragraphs(
    `**\`${name}>\`** ${told(summary, say)}`,
    deprecated && say(text('Deprecated: {0}', told(deprecated, say))),
    refused && say(text('Treasure Data does not run {0}>. {1}', name, refused)),
    command.meaning !== '' && commandLine(command, say),
    required.length > 0 && say(text('Required: {0}', required.join(', '))),
    list([...(notes ?? []).map((note) => told(note, say)), ...(profile?.notes.get(name) ?? []).map(say)]),
    code(example),
    link(documentation, say),
  );
}

export function commandLine({ type, meaning, format }: Command, say: Say): string {
  const form = format ? ` (${told(format, say)})` : '';
  return say(text('Value: {0} {1}', `\`${type.join(' | ')}\`${form}`, told(meaning, say)));
}

function parameterText(parameter: Parameter, say: Say, of: Operator | undefined): string {
  const { name, type, meaning, notes, deprecated } = parameter;
  return paragraphs(
    `**\`${name}\`** \`${type.join(' | ')}\``,
    told(meaning, say),
    facts(parameter, say),
    deprecated && say(text('Deprecated: {0}', told(deprecated, say))),
    list(notes?.map((note) => told(note, say))),
    exampleOf(parameter),
    link(of?.documentation, say),
  );
}

/** What decides how a value is read, in one line. */
export function facts(parameter: Parameter, say: Say): string {
  const { format, since, required, secret, secretTemplate, localOnly, when } = parameter;
  const parts = [
    required && say(text('required')),
    parameter.default !== undefined && say(text('default {0}', `\`${json(parameter.default)}\``)),
    parameter.enum && say(text('one of {0}', parameter.enum.map((value) => `\`${value}\``).join(', '))),
    range(parameter, say),
    format && told(format, say),
    when && say(text('read only with {0}', told(when, say))),
    secret && say(text('the secret {0} wins over it', `\`${secret}\``)),
    secretTemplate && say(text('may hold {0}', '`${secret:name}`')),
    localOnly && say(text('read from the task itself only')),
    since && say(text('since Digdag {0}', told(since, say))),
  ];
  return parts.filter(Boolean).join(' · ');
}

/** How the key is written, where the type tells it. */
function exampleOf({ name, type, enum: values, default: usual, parameters }: Parameter): string | undefined {
  const [first] = values ?? [];
  if (first !== undefined) return code(`${name}: ${first}`);
  if (type[0] === 'boolean') return code(`${name}: ${usual === true ? 'false' : 'true'}`);
  if (type[0] === 'duration') return code(`${name}: 1h 30m`);
  const [inner] = parameters ?? [];
  return inner && type[0] === 'map' ? code(`${name}:\n  ${inner.name}: …`) : undefined;
}

function range({ min, max }: Parameter, say: Say): string | undefined {
  if (min !== undefined && max !== undefined) return say(text('from {0} to {1}', min, max));
  if (min !== undefined) return say(text('at least {0}', min));
  return max === undefined ? undefined : say(text('at most {0}', max));
}

function optionText(option: TaskOption, say: Say): string {
  const { name, type, meaning, inherited, template, notes, example, documentation, forms, since } = option;
  return paragraphs(
    `**\`${name}\`** \`${type.join(' | ')}\``,
    told(meaning, say),
    [
      option.default !== undefined && say(text('default {0}', `\`${json(option.default)}\``)),
      since && say(text('since Digdag {0}', told(since, say))),
    ]
      .filter(Boolean)
      .join(' · '),
    list(forms?.map((form) => told(form, say))),
    inherited && say(text('Inherited: {0}', told(inherited, say))),
    template && say(text('Expressions in it: {0}', told(template, say))),
    list(notes?.map((note) => told(note, say))),
    code(example),
    link(documentation, say),
  );
}

function schedulerText({ name, command, sessionTime, notes, example, documentation }: Scheduler, say: Say): string {
  return paragraphs(
    `**\`${name}>\`** ${told(command.meaning, say)}`,
    say(text('Form: {0}, such as {1}', `\`${command.format}\``, `\`${command.example}\``)),
    say(text('Session time: {0}', told(sessionTime, say))),
    list(notes?.map((note) => told(note, say))),
    code(example),
    link(documentation, say),
  );
}

export function memberText({ name, parameters, meaning }: Member, say: Say): string {
  const shown = parameters ? `${name}(${parameters.join(', ')})` : name;
  return paragraphs(`**\`${shown}\`**`, told(meaning, say));
}

export function paragraphs(...parts: readonly (string | false | undefined)[]): string {
  return parts.filter(Boolean).join('\n\n');
}

export function list(notes: readonly string[] | undefined): string | undefined {
  return notes?.map((note) => `- ${note}`).join('\n');
}

export function code(example: string | undefined): string | undefined {
  return example && `\`\`\`digdag\n${example}\n\`\`\``;
}

export function link(page: string | undefined, say: Say): string | undefined {
  return page && `[${say(text('Digdag’s documentation'))}](${documentationUrl(page)})`;
}

function json(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
