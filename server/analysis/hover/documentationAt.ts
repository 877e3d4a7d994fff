import type { Catalog } from '../../../core/catalog/catalog.ts';
import type { Operator, Parameter } from '../../../core/catalog/types.ts';
import { lineStartOf } from '../../../core/text/lineStart.ts';
import { text } from '../../../core/text/text.ts';
import type { Documentation } from '../../protocol.ts';
import type { Services } from '../../services.ts';
import type { OpenDocument } from '../../workspace/openDocument.ts';
import { catalogFor } from '../catalogFor.ts';
import { calledMember } from '../completion/scriptType.ts';
import { variablesIn } from '../completion/variables.ts';
import { scriptPlace } from '../position/script.ts';
import { type Meaning, meaningOf, operatorOf, surroundingsOf } from '../position/surroundings.ts';
import { type Typed, typedAt } from '../position/typed.ts';
import {
  catalogText,
  code,
  commandLine,
  facts,
  link,
  list,
  memberText,
  paragraphs,
  type Say,
  told,
} from './catalogText.ts';

/** All that there is to say about the place of the cursor: of a key, of the operator around it, or of what is called in an expression. */
export function documentationAt(services: Services, document: OpenDocument, offset: number): Documentation | null {
  const typed = typedAt(document.text, behindIndentation(document.text, offset));
  if (!typed) return null;
  const catalog = catalogFor(services, document);
  const say = services.say.bind(services);
  if (typed.kind === 'expression') {
    const found = ofExpression(services, document, typed, say);
    if (found) return found;
  }
  const meaning = meaningAt(catalog, document.text, typed) ?? around(catalog, typed);
  return meaning ? ofMeaning(meaning, catalog, say) : null;
}

/** In the indentation of a line the line itself is meant. */
function behindIndentation(text: string, offset: number): number {
  const start = lineStartOf(text, offset);
  const first = start + (/^(?: |- )*/.exec(text.slice(start, start + 400))?.[0].length ?? 0);
  return Math.max(offset, first);
}

function ofExpression(services: Services, document: OpenDocument, typed: Typed, say: Say): Documentation | undefined {
  const script = document.text.slice(typed.script ?? typed.start, typed.end);
  const { call } = scriptPlace(`${script}(`);
  const variables = variablesIn(services, document, typed);
  const member = call && calledMember(call.chain, (name) => variables.get(name)?.value);
  return member && { title: member.name, markdown: memberText(member, say) };
}

/** The key that the cursor is on, or whose value it is in. */
function meaningAt(
  catalog: Catalog,
  text: string,
  { kind, key, levels, keys, start, end }: Typed,
): Meaning | undefined {
  const name = kind === 'key' ? text.slice(start, end) : key;
  if (name === undefined || name === '') return undefined;
  return meaningOf(catalog, surroundingsOf(catalog, levels, [...keys, name]), name);
}

/** Where the key itself is not known: the operator beside it, or the key around. */
function around(catalog: Catalog, { levels, keys, key }: Typed): Meaning | undefined {
  const operator = operatorOf(catalog, key === undefined ? keys : [...keys, key]);
  if (operator) return { kind: 'operator', operator };
  const owner = levels.at(-1);
  if (!owner) return undefined;
  return meaningOf(catalog, surroundingsOf(catalog, levels.slice(0, -1), owner.siblings), owner.key);
}

function ofMeaning(meaning: Meaning, catalog: Catalog, say: Say): Documentation {
  switch (meaning.kind) {
    case 'operator':
      return { title: `${meaning.operator.name}>`, markdown: operatorPage(meaning.operator, catalog, say) };
    case 'scheduler':
      return { title: `${meaning.scheduler.name}>`, markdown: catalogText(meaning, say) };
    case 'option':
      return {
        title: meaning.option.name,
        markdown: paragraphs(
          catalogText(meaning, say),
          section(text('Keys'), parameters(meaning.option.parameters ?? [], say), say),
        ),
      };
    case 'parameter':
      return {
        title: meaning.parameter.name,
        markdown: paragraphs(
          catalogText(meaning, say),
          section(text('Keys'), parameters(meaning.parameter.parameters ?? [], say), say),
          meaning.of && say(text('An option of {0}.', `\`${meaning.of.name}>\``)),
        ),
      };
  }
}

/** A whole page of an operator. */
function operatorPage(operator: Operator, { profile }: Catalog, say: Say): string {
  const { name, summary, command, secrets = [], outputs = [], notes = [], constraints = [] } = operator;
  const refused = profile.refused.get(name);
  return paragraphs(
    told(summary, say),
    operator.deprecated && say(text('Deprecated: {0}', told(operator.deprecated, say))),
    refused && say(text('Treasure Data does not run {0}>. {1}', name, refused)),
    command.meaning !== '' && commandLine(command, say),
    list([
      ...notes.map((note) => told(note, say)),
      ...(profile.notes.get(name) ?? []).map(say),
      ...constraints.map((constraint) => told(constraint.text, say)),
    ]),
    code(operator.example),
    section(text('Options'), parameters(operator.parameters, say), say),
    section(
      text('Secrets'),
      secrets.map((secret) => `\`${secret.name}\` ${told(secret.meaning, say)}`),
      say,
    ),
    section(
      text('Variables that it leaves behind'),
      outputs.map((output) => `\`${output.name}\` ${told(output.meaning, say)}`),
      say,
    ),
    link(operator.documentation, say),
  );
}

function parameters(all: readonly Parameter[], say: Say): string[] {
  const order = [...all].sort((a, b) => Number(b.required ?? false) - Number(a.required ?? false));
  return order.map((one) => {
    const more = facts(one, say);
    return `\`${one.name}\` ${told(one.meaning, say)}${more === '' ? '' : ` (${more})`}`;
  });
}

function section(title: Parameters<Say>[0], lines: readonly string[], say: Say): string | undefined {
  return lines.length === 0 ? undefined : paragraphs(`### ${say(title)}`, list(lines));
}
