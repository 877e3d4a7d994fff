import { builtInCatalog } from '../../../core/catalog/catalog.ts';
import type { Member } from '../../../core/catalog/members/member.ts';
import { timeFormats, timeUnits } from '../../../core/catalog/members/moment.ts';
import { globalMembers } from '../../../core/catalog/members.ts';
import type { Variable } from '../../../core/expressions/scopes/variable.ts';
import { toJson } from '../../../core/value/json.ts';
import { isMap, type Value } from '../../../core/value/value.ts';
import type { Services } from '../../services.ts';
import type { OpenDocument } from '../../workspace/openDocument.ts';
import { type Link, type OpenCall, scriptPlace } from '../position/script.ts';
import type { Typed } from '../position/typed.ts';
import { variablesInTemplate } from '../templates/variablesInTemplate.ts';
import { shownSession, variablesOf } from '../variables/scope.ts';
import type { Offer } from './offer.ts';
import { givenBy, membersIn } from './scriptType.ts';

/** A value as a detail: no longer than this. */
const longest = 60;

/** What can stand where JavaScript is typed: names, members, and texts that moment takes. `start` is where what it replaces begins. */
export interface ScriptOffers {
  readonly offers: readonly Offer[];
  readonly start: number;
}

export function scriptOffers(services: Services, document: OpenDocument, typed: Typed): ScriptOffers {
  const begin = typed.script ?? typed.start;
  const { behind, quote, call } = scriptPlace(document.text.slice(begin, typed.start));
  if (quote !== undefined) return { offers: textOffers(call), start: begin + quote + 1 };
  const variables = variablesIn(services, document, typed);
  if (!behind) return { offers: names(variables), start: typed.start };
  return { offers: members(behind, variables), start: typed.start };
}

/** The variables at a place; where the text is too broken to know its tasks, none. */
export function variablesIn(
  services: Services,
  document: OpenDocument,
  { start, key }: Pick<Typed, 'start' | 'key'>,
): ReadonlyMap<string, Variable> {
  if (document.isTemplate) return variablesInTemplate(services, document);
  const at = services.taskAt(document, start);
  if (!at) return new Map();
  return variablesOf(at.task, shownSession(services, services.loaded(document)), key, at.outputs);
}

function names(variables: ReadonlyMap<string, Variable>): Offer[] {
  const known = [...variables.values()].map(({ name, value, origin }) =>
    variable(name, value, origin.kind === 'session' ? '2' : '1'),
  );
  const always = builtInCatalog
    .variables()
    .filter(({ name, available }) => available === 'always' && /^\w+$/.test(name) && !variables.has(name))
    .map(({ name, meaning }): Offer => ({ label: name, kind: 'variable', detail: meaning, rank: '2' }));
  const globals = globalMembers.filter(({ name }) => !variables.has(name)).map((member) => memberOffer(member, '3'));
  return [...known, ...always, ...globals];
}

function members(chain: readonly Link[], variables: ReadonlyMap<string, Variable>): Offer[] {
  const given = givenBy(chain, (name) => variables.get(name)?.value);
  if (given?.kind === 'value' && isMap(given.value)) {
    return [...given.value].map(([name, value]) => variable(name, value, '1'));
  }
  if (given) return membersIn(given).map((member) => memberOffer(member, '1'));
  return documentedMembers(chain.map(({ name }) => name).join('.'));
}

/** Members of variables that Digdag defines but whose value is known only in a run: `td.last_results`. */
function documentedMembers(path: string): Offer[] {
  const below = builtInCatalog.variables().filter(({ name }) => name.startsWith(`${path}.`) && !name.includes('<'));
  const first = below.map(({ name, meaning }): readonly [string, string] => {
    const [member = '', ...deeper] = name.slice(path.length + 1).split('.');
    return [member, deeper.length === 0 ? meaning : ''];
  });
  return [...new Map(first)].map(([label, meaning]) => ({ label, kind: 'variable', detail: meaning, rank: '1' }));
}

function memberOffer(member: Member, rank: string): Offer {
  const { name, parameters } = member;
  const isCall = parameters !== undefined || name === 'moment';
  const needs = name === 'moment' || (parameters ?? []).length > 0;
  return {
    label: name,
    kind: isCall ? 'method' : 'variable',
    ...(parameters && { detail: `${name}(${parameters.join(', ')})` }),
    meaning: { kind: 'member', member },
    ...(isCall && { snippet: needs ? `${name}($1)$0` : `${name}()$0` }),
    rank,
  };
}

/** Texts as arguments of moment's methods. */
function textOffers(call: OpenCall | undefined): Offer[] {
  const name = call?.chain.at(-1)?.name ?? '';
  const unitAt = unitArgument[name];
  if (unitAt !== undefined && call?.argument === unitAt) return timeUnits.map((unit, index) => word(unit, index));
  const formatAt = name === 'format' ? 0 : name === 'moment' || name === 'utc' ? 1 : undefined;
  return formatAt !== undefined && call?.argument === formatAt ? timeFormats.map((one, index) => word(one, index)) : [];
}

/** Which argument is a unit of time. */
const unitArgument: Readonly<Record<string, number>> = {
  add: 1,
  subtract: 1,
  startOf: 0,
  endOf: 0,
  diff: 1,
  isBefore: 1,
  isAfter: 1,
  isSame: 1,
  isSameOrBefore: 1,
  isSameOrAfter: 1,
  duration: 1,
  get: 0,
  set: 0,
  as: 0,
};

function word(label: string, index: number): Offer {
  return { label, kind: 'value', rank: String(index).padStart(2, '0') };
}

function variable(name: string, value: Value | undefined, rank: string): Offer {
  const shown = value === undefined ? undefined : typeof value === 'string' ? value : toJson(value);
  const detail = shown !== undefined && shown.length > longest ? `${shown.slice(0, longest)}…` : shown;
  return { label: name, kind: 'variable', ...(detail !== undefined && { detail }), rank };
}
