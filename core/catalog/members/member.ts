/** What a value of JavaScript is, as far as its members go. */
export type MemberType = 'array' | 'boolean' | 'date' | 'duration' | 'moment' | 'number' | 'object' | 'string' | 'any';

/** A member that expressions can use: a method, or a property. */
export interface Member {
  readonly name: string;
  /** Of a method; `?` behind those that may be left out. Absent of a property. */
  readonly parameters?: readonly string[];
  readonly returns: MemberType;
  readonly meaning: string;
}

/** @param parameters separated by commas */
export function method(name: string, parameters: string, returns: MemberType, meaning: string): Member {
  return { name, parameters: parameters === '' ? [] : parameters.split(', '), returns, meaning };
}

export function property(name: string, returns: MemberType, meaning: string): Member {
  return { name, returns, meaning };
}
