import type { Catalog } from '../../../core/catalog/catalog.ts';
import type { Operator, Parameter, TaskOption } from '../../../core/catalog/types.ts';
import { text } from '../../../core/text/text.ts';
import { holdsTasks, operatorOf, optionPlaces, surroundingsOf } from '../position/surroundings.ts';
import type { Typed } from '../position/typed.ts';
import { headerNames, isHeaders } from './headers.ts';
import { byUses, escaped, type Offer } from './offer.ts';

/** The keys that may stand where one is typed; those that are there already are left out. */
export function keyOffers(catalog: Catalog, typed: Typed): Offer[] {
  const { levels, keys } = typed;
  if (isHeaders(catalog, levels)) return headerNames(typed);
  const around = surroundingsOf(catalog, levels, keys);
  const offers = (): Offer[] => {
    switch (around.kind) {
      case 'task':
        return taskKeys(catalog, around.place, operatorOf(catalog, keys));
      case 'schedule':
        return [...schedulerKeys(catalog, keys), ...catalog.scheduleOptions().map((one) => parameterKey(one))];
      case 'parameters':
        return [
          ...around.parameters.filter(isKey).map((one) => parameterKey(one)),
          ...(holdsTasks(around.parameters) ? [taskKey] : []),
        ];
      case 'export':
        return exportKeys(catalog);
      case 'free':
        return [];
    }
  };
  return offers().filter(({ label }) => label === '+' || !keys.includes(label));
}

function taskKeys(catalog: Catalog, place: 'top' | 'task' | 'group' | 'new', operator: Operator | undefined): Offer[] {
  const options = optionPlaces(place).flatMap((one) => catalog.optionsAt(one, operator?.name));
  const named = new Set(operator?.parameters.map(({ name }) => name));
  const refused = (name: string) => catalog.profile.refusedParameters.has(`${operator?.name}.${name}`);
  const offers: Offer[] = [
    ...(operator?.parameters ?? []).filter(({ name }) => !refused(name)).map((one) => parameterKey(one, '1')),
    ...[...new Set(options)]
      .filter(({ name }) => isKey({ name }) && !named.has(name))
      .map((option) => optionKey(option, operator)),
  ];
  if (place === 'new') offers.push(...operatorKeys(catalog));
  if (place !== 'task') offers.push(taskKey);
  return offers;
}

const taskKey: Offer = {
  label: '+',
  kind: 'task',
  detail: text('A task'),
  snippet: '+${1:name}:\n  $0',
  plain: '+',
  rank: '0',
};

/** `+NAME`, `OPERATOR>` and the like stand for a kind of keys. */
function isKey({ name }: { readonly name: string }): boolean {
  return /^\w+$/.test(name);
}

function optionKey(option: TaskOption, operator: Operator | undefined): Offer {
  const { name, type } = option;
  const isNeeded = operator?.subtasks?.reads?.includes(name) === true;
  return {
    label: name,
    kind: 'option',
    detail: type.join(' | '),
    meaning: { kind: 'option', option },
    snippet: keySnippet(name, type),
    rank: isNeeded ? '1' : `3${byUses(option.uses)}`,
  };
}

/** Those that do not run where the workflow runs are left out. */
function operatorKeys(catalog: Catalog): Offer[] {
  const runs = catalog.operators().filter(({ name }) => !catalog.profile.refused.has(name));
  return runs.map(operatorKey);
}

function operatorKey(operator: Operator): Offer {
  const { name, summary } = operator;
  return {
    label: `${name}>`,
    kind: 'operator',
    detail: summary,
    meaning: { kind: 'operator', operator },
    snippet: operatorSnippet(operator),
    rank: `2${byUses(operator.uses)}`,
    ...(operator.deprecated && { deprecated: true }),
  };
}

/** The operator with all that it needs. */
function operatorSnippet(operator: Operator): string {
  const { name, command, parameters, subtasks } = operator;
  let place = 1;
  const lines: string[] = [];
  if (command.type.includes('nothing')) lines.push(`${name}>:`);
  else if (opensMap(command.type)) {
    const keys = neededKeys(operator).map((key) => `${key.name}: ${valuePlace(key, place++)}`);
    // the variables of for_each>, each with its values
    if (keys.length === 0) keys.push(`\${${place++}:name}: [\${${place++}}]`);
    lines.push(`${name}>:`, ...keys.map((key) => `  ${key}`));
  } else lines.push(`${name}>: \${${place++}:${escaped(command.format ?? '')}}`);
  for (const parameter of parameters) {
    if (!parameter.required || parameter.requiredUnless || parameter.type.includes('tasks')) continue;
    lines.push(`${parameter.name}: ${valuePlace(parameter, place++)}`);
  }
  // of several bodies the first is needed: _do of if>, which may have _else_do in its place
  if (subtasks?.reads?.includes('_do')) lines.push(`_do:\n  +\${${place}:name}:\n    $0`);
  else lines[lines.length - 1] += '$0';
  return lines.join('\n');
}

/** The keys of an operator's command that must be there; of those of which one must, the first. */
function neededKeys({ command, constraints = [] }: Operator): Parameter[] {
  const first = new Set(constraints.flatMap(({ kind, keys }) => (kind === 'one of' ? keys.slice(0, 1) : [])));
  return (command.parameters ?? []).filter(({ name, required }) => required || first.has(name));
}

function valuePlace({ enum: values, type, default: usual }: Parameter, place: number): string {
  const choices = values ?? (type.includes('boolean') ? ['true', 'false'] : undefined);
  if (choices) return `\${${place}|${choices.map((one) => one.replace(/[\\,|]/g, '\\$&')).join(',')}|}`;
  return typeof usual === 'string' || typeof usual === 'number'
    ? `\${${place}:${escaped(String(usual))}}`
    : `\${${place}}`;
}

function parameterKey(parameter: Parameter, rank = '2'): Offer {
  return {
    label: parameter.name,
    kind: 'parameter',
    detail: parameter.type.join(' | '),
    meaning: { kind: 'parameter', parameter, of: undefined },
    snippet: keySnippet(parameter.name, parameter.type),
    rank: parameter.required ? '0' : `${rank}${byUses(parameter.uses)}`,
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
      snippet: `${scheduler.name}>: \${1:${escaped(quotedWhereNeeded(scheduler.command.example))}}`,
      rank: '1',
    }),
  );
}

/** YAML reads a value that begins with one of these as something else. */
export function quotedWhereNeeded(value: string): string {
  return /^[*&!%@`>|?{}[\],#"'-]|: | #|:$/.test(value) ? JSON.stringify(value) : value;
}

/** Options of `_export`, and sections in which operators look for defaults. */
function exportKeys(catalog: Catalog): Offer[] {
  const options = catalog.optionsAt('export').filter(isKey);
  const sections = catalog.operators().flatMap((operator) => operator.sections ?? []);
  const byName = new Map(sections.map((section) => [section.path[0] ?? '', section]));
  const offers = [...byName].map(
    ([label, { meaning }]): Offer => ({
      label,
      kind: 'option',
      detail: meaning,
      snippet: `${label}:\n  $0`,
      rank: '2',
    }),
  );
  return [...options.map((option) => optionKey(option, undefined)), ...offers].filter(
    ({ label }, index, all) => all.findIndex((other) => other.label === label) === index,
  );
}

function keySnippet(name: string, types: readonly string[]): string {
  if (opensMap(types)) return `${name}:\n  $0`;
  return types.every((type) => type.startsWith('list')) ? `${name}:\n  - $0` : `${name}: $0`;
}

/** Whether nothing but a map, or an expression that makes one, can stand there. */
function opensMap(types: readonly string[]): boolean {
  const others = types.filter((type) => type !== 'json');
  return others.length > 0 && others.every((type) => type === 'tasks' || type.startsWith('map'));
}
