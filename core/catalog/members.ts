import type { Member, MemberType } from './members/member.ts';
import { durationMembers, momentMembers, momentProperty, momentStatics } from './members/moment.ts';
import {
  arrayMembers,
  dateMembers,
  numberMembers,
  scriptFunctions,
  scriptObjects,
  stringMembers,
} from './members/script.ts';

/** The members of a value of JavaScript, as far as they are known. */
export function membersOf(type: MemberType): readonly Member[] {
  return byType[type] ?? [];
}

/** The members of an object that every expression sees: `moment`, `JSON`, `Math`, … */
export function membersOfObject(name: string): readonly Member[] | undefined {
  if (name === 'moment') return momentStatics;
  return scriptObjects.find((object) => object.name === name)?.members;
}

/** What every expression can use besides its variables. */
export const globalMembers: readonly Member[] = [momentProperty, ...scriptObjects, ...scriptFunctions];

/** `moment` as a function. */
export const momentFunction: Member = {
  name: 'moment',
  parameters: ['time?', 'format?'],
  returns: 'moment',
  meaning: momentProperty.meaning,
};

const byType: Partial<Record<MemberType, readonly Member[]>> = {
  array: arrayMembers,
  date: dateMembers,
  duration: durationMembers,
  moment: momentMembers,
  number: numberMembers,
  string: stringMembers,
};
