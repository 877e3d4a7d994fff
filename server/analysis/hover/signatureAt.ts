import type { Services } from '../../services.ts';
import type { OpenDocument } from '../../workspace/openDocument.ts';
import { catalogFor } from '../catalogFor.ts';
import { calledMember } from '../completion/scriptType.ts';
import { variablesIn } from '../completion/variables.ts';
import { scriptPlace } from '../position/script.ts';
import { operatorOf } from '../position/surroundings.ts';
import { typedAt } from '../position/typed.ts';
import { told } from './catalogText.ts';

/** What a call, or an operator, takes; the parts are those of the label. */
export interface Signature {
  readonly label: string;
  readonly parts: readonly (readonly [start: number, end: number])[];
  readonly active: number;
  readonly meaning: string;
}

/** The call around a place in an expression; on the value of an operator, what else it needs. */
export function signatureAt(services: Services, document: OpenDocument, offset: number): Signature | null {
  const typed = typedAt(document.text, offset);
  const say = services.say.bind(services);
  if (typed?.kind === 'expression') {
    const { call } = scriptPlace(document.text.slice(typed.script ?? typed.start, offset));
    const variables = variablesIn(services, document, typed);
    const member = call && calledMember(call.chain, (name) => variables.get(name)?.value);
    if (!member?.parameters) return null;
    return signature(`${member.name}(`, member.parameters, ')', call?.argument ?? 0, told(member.meaning, say));
  }
  if (typed?.kind !== 'value' || !typed.key?.endsWith('>')) return null;
  const operator = operatorOf(catalogFor(services, document), [...typed.keys, typed.key]);
  if (!operator || typed.levels.at(-1)?.key === 'schedule') return null;
  const required = operator.parameters.filter((parameter) => parameter.required).map(({ name }) => name);
  const parts = [operator.command.format ?? operator.command.type.join(' | '), ...required];
  return signature(`${operator.name}>: `, parts, '', 0, told(operator.summary, say));
}

function signature(
  begin: string,
  parameters: readonly string[],
  end: string,
  active: number,
  meaning: string,
): Signature {
  const parts: (readonly [number, number])[] = [];
  let label = begin;
  for (const [index, parameter] of parameters.entries()) {
    if (index > 0) label += ', ';
    parts.push([label.length, label.length + parameter.length]);
    label += parameter;
  }
  return { label: label + end, parts, active: Math.min(active, Math.max(parts.length - 1, 0)), meaning };
}
