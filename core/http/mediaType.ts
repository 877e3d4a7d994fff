import { DigdagError } from '../text/digdagError.ts';

/** `type/subtype` without parameters, as written (RESTEasy's MediaTypeHeaderDelegate.parse). */
export function mediaTypeOf(text: string): string {
  const semicolon = text.indexOf(';');
  const bare = semicolon < 0 ? text : text.slice(0, semicolon);
  if (!text.includes('/') && bare === '*') return '*/*';
  const [type, ...subtype] = bare.split('/');
  const valid = (part: string | undefined): boolean => part !== undefined && /^[^/\\?:<>;()@,[\]=]+$/.test(part);
  if (!valid(type) || !valid(subtype.join('/'))) {
    throw new DigdagError(`RESTEASY003340: Failure parsing MediaType string: ${text}`, 'illegal argument');
  }
  return `${type}/${subtype[0]}`;
}
