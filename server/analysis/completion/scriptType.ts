import type { Member, MemberType } from '../../../core/catalog/members/member.ts';
import { globalMembers, membersOf, membersOfObject, momentFunction } from '../../../core/catalog/members.ts';
import { isMap, type Value } from '../../../core/value/value.ts';
import type { Link } from '../position/script.ts';

/** What a chain of names and calls gives, as far as it can be told: a value of the workflow, an object, or a kind of value. */
export type Given =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'object'; readonly members: readonly Member[] }
  | { readonly kind: 'type'; readonly type: MemberType };

export type LookUp = (name: string) => Value | undefined;

export function givenBy(chain: readonly Link[], lookUp: LookUp): Given | undefined {
  const [first, ...rest] = chain;
  if (!first) return undefined;
  return rest.reduce<Given | undefined>((given, link) => given && memberOf(given, link), begin(first, lookUp));
}

/** The member that the last link of a chain calls. */
export function calledMember(chain: readonly Link[], lookUp: LookUp): Member | undefined {
  const last = chain.at(-1);
  if (!last) return undefined;
  if (chain.length === 1 && last.name === 'moment') return momentFunction;
  if (chain.length === 1) return globalMembers.find(({ name }) => name === last.name);
  const given = givenBy(chain.slice(0, -1), lookUp);
  return given && membersIn(given).find(({ name }) => name === last.name);
}

export function membersIn(given: Given): readonly Member[] {
  if (given.kind === 'object') return given.members;
  return membersOf(given.kind === 'type' ? given.type : typeOf(given.value));
}

function begin({ name, literal, called }: Link, lookUp: LookUp): Given | undefined {
  if (literal) return { kind: 'type', type: literal };
  const value = called ? undefined : lookUp(name);
  if (value !== undefined) return { kind: 'value', value };
  if (name === 'moment' && called) return { kind: 'type', type: 'moment' };
  const members = called ? undefined : membersOfObject(name);
  if (members) return { kind: 'object', members };
  const known = globalMembers.find((one) => one.name === name);
  return known?.parameters && called ? { kind: 'type', type: known.returns } : undefined;
}

function memberOf(given: Given, { name, called, given: arguments_ }: Link): Given | undefined {
  if (given.kind === 'value' && isMap(given.value)) {
    const value = given.value.get(name);
    return value === undefined ? undefined : { kind: 'value', value };
  }
  const member = membersIn(given).find((one) => one.name === name);
  if (!member || (member.parameters !== undefined) !== called) return undefined;
  // year(2026) and its like set what year() tells, and give the moment back
  const sets = given.kind === 'type' && given.type === 'moment' && arguments_ > 0 && isSetter(member);
  return { kind: 'type', type: sets ? 'moment' : member.returns };
}

function isSetter({ parameters = [] }: Member): boolean {
  return (
    parameters.length === 1 && (parameters[0] === 'value?' || parameters[0] === 'offset?' || parameters[0] === 'name?')
  );
}

function typeOf(value: Value): MemberType {
  if (typeof value === 'string') return 'string';
  if (Array.isArray(value)) return 'array';
  return typeof value === 'number' || typeof value === 'bigint' ? 'number' : 'any';
}
