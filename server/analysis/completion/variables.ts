import { builtInCatalog } from '../../../core/catalog/catalog.ts';
import { toJson } from '../../../core/value/json.ts';
import { isMap, type Value } from '../../../core/value/value.ts';
import type { Services } from '../../services.ts';
import type { OpenDocument } from '../../workspace/openDocument.ts';
import { taskAt } from '../position/taskAt.ts';
import type { Typed } from '../position/typed.ts';
import { shownSession, variablesOf } from '../variables/scope.ts';
import type { Offer } from './offer.ts';

/** A value as a detail: no longer than this. */
const longest = 60;

/** The variables that an expression can use here, or the members of the one that is typed with a dot. */
export function variableOffers(services: Services, document: OpenDocument, typed: Typed, offset: number): Offer[] {
  const checked = services.checked(document);
  const task = taskAt(checked, offset);
  if (!task) return [];
  const session = shownSession(services, checked);
  const variables = variablesOf(task, session, typed.key);
  const names = document.text.slice(typed.start, offset).split('.').slice(0, -1);
  const [first, ...members] = names;
  if (first === undefined) {
    const known = [...variables.values()].map(({ name, value }) => offer(name, value, '1'));
    return [...known, { label: 'moment', kind: 'variable', detail: 'moment.js', rank: '2' }];
  }
  const value = members.reduce<Value | undefined>(memberOf, variables.get(first)?.value);
  const path = `${names.join('.')}.`;
  if (isMap(value)) return [...value].map(([name, member]) => offer(path + name, member, '1'));
  return builtInCatalog
    .variables()
    .filter(({ name }) => name.startsWith(path) && !name.includes('<'))
    .map(({ name, meaning }) => ({ label: name, kind: 'variable', detail: meaning, rank: '1' }));
}

function memberOf(value: Value | undefined, name: string): Value | undefined {
  return isMap(value) ? value.get(name) : undefined;
}

function offer(name: string, value: Value | undefined, rank: string): Offer {
  const shown = value === undefined ? undefined : typeof value === 'string' ? value : toJson(value);
  const detail = shown !== undefined && shown.length > longest ? `${shown.slice(0, longest)}…` : shown;
  return { label: name, kind: 'variable', ...(detail !== undefined && { detail }), rank };
}
