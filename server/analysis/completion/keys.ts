import type { Catalog } from '../../../core/catalog/catalog.ts';
import type { Operator, Parameter } from '../../../core/catalog/types.ts';
import { operatorOf, optionPlaces, surroundingsOf } from '../position/surroundings.ts';
import type { Typed } from '../position/typed.ts';
import type { Offer } from './offer.ts';

/** The keys that may stand where one is typed; those that are there already are left out. */
export function keyOffers(catalog: Catalog, { levels, keys }: Typed): Offer[] {
  const around = surroundingsOf(catalog, levels, keys);
  const offers = (): Offer[] => {
    switch (around.kind) {
      case 'task':
        return taskKeys(catalog, around.place, operatorOf(catalog, keys));
      case 'schedule':
        return [...schedulerKeys(catalog, keys), ...catalog.scheduleOptions().map((one) => parameterKey(one))];
      case 'parameters':
        return around.parameters.map((one) => parameterKey(one));
      case 'export':
        return sectionKeys(catalog);
      case 'free':
        return [];
    }
  };
  return offers().filter(({ label }) => !keys.includes(label));
}

function taskKeys(catalog: Catalog, place: 'top' | 'task' | 'group' | 'new', operator: Operator | undefined): Offer[] {
  const options = optionPlaces(place).flatMap((one) => catalog.optionsAt(one, operator?.name));
  const named = new Set(operator?.parameters.map(({ name }) => name));
  const offers: Offer[] = [
    ...(operator?.parameters ?? []).map((one) => parameterKey(one, '1')),
    ...[...new Set(options)]
      .filter(({ name }) => /^\w+$/.test(name) && !named.has(name))
      .map(
        (option): Offer => ({
          label: option.name,
          kind: 'option',
          detail: option.type.join(' | '),
          meaning: { kind: 'option', option },
          snippet: opensMap(option.type) ? `${option.name}:\n  $0` : `${option.name}: $0`,
          rank: '3',
        }),
      ),
  ];
  if (place === 'new') offers.push(...operatorKeys(catalog));
  if (place !== 'task') offers.push({ label: '+', kind: 'task', snippet: '+${1:name}:\n  $0', rank: '0' });
  return offers;
}

/** Those that do not run where the workflow runs are left out. */
function operatorKeys(catalog: Catalog): Offer[] {
  const runs = catalog.operators().filter(({ name }) => !catalog.profile.refused.has(name));
  return runs.map(operatorKey);
}

function operatorKey(operator: Operator): Offer {
  const { name, summary, command, parameters } = operator;
  const required = parameters.filter((parameter) => parameter.required);
  const first = command.type.every((type) => type === 'map') ? '' : ` \${1:${placeholder(command.format ?? '')}}`;
  const lines = required.map((parameter, index) => `\n${parameter.name}: \${${index + 2}}`);
  return {
    label: `${name}>`,
    kind: 'operator',
    detail: summary,
    meaning: { kind: 'operator', operator },
    snippet: command.type.includes('nothing') ? `${name}>:$0` : `${name}>:${first}${lines.join('')}`,
    rank: `2${String(9999 - (operator.uses ?? 0)).padStart(4, '0')}`,
    ...(operator.deprecated && { deprecated: true }),
  };
}

function placeholder(format: string): string {
  return format.replace(/[\\$}]/g, '\\$&');
}

function parameterKey(parameter: Parameter, rank = '2'): Offer {
  return {
    label: parameter.name,
    kind: 'parameter',
    detail: parameter.type.join(' | '),
    meaning: { kind: 'parameter', parameter, of: undefined },
    snippet: opensMap(parameter.type) ? `${parameter.name}:\n  $0` : `${parameter.name}: $0`,
    rank,
    ...(parameter.deprecated && { deprecated: true }),
  };
}

function schedulerKeys(catalog: Catalog, keys: readonly string[]): Offer[] {
  if (keys.some((key) => key.endsWith('>'))) return [];
  return catalog.schedulers().map(
    (scheduler): Offer => ({
      label: `${scheduler.name}>`,
      kind: 'operator',
      detail: scheduler.command.format,
      meaning: { kind: 'scheduler', scheduler },
      snippet: `${scheduler.name}>: \${1:${placeholder(scheduler.command.example)}}`,
      rank: '1',
    }),
  );
}

/** Sections of `_export` in which operators look for defaults. */
function sectionKeys(catalog: Catalog): Offer[] {
  const sections = catalog.operators().flatMap((operator) => operator.sections ?? []);
  const byName = new Map(sections.map((section) => [section.path[0] ?? '', section]));
  return [...byName].map(([label, { meaning }]) => ({
    label,
    kind: 'option',
    detail: meaning,
    snippet: `${label}:\n  $0`,
    rank: '2',
  }));
}

function opensMap(types: readonly string[]): boolean {
  return types.every((type) => type === 'tasks' || type.startsWith('map'));
}
