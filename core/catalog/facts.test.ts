import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builtInCatalog } from './catalog.ts';
import { taskOptions } from './options.ts';
import type { Json, Parameter } from './types.ts';
import { variables } from './variables.ts';

/** What was found in Digdag's source and tried with the real one, each fact with its proof. It lies beside the repository, not in it. */
const folder = new URL('../../../shared/digdag/', import.meta.url);
const isThere = existsSync(folder);

interface FactParameter {
  readonly name: string;
  readonly type: string | readonly string[];
  readonly required?: boolean | string;
  readonly required_unless?: string;
  readonly default?: Json;
  readonly enum?: readonly string[];
  readonly enum_checked?: boolean;
  readonly enum_suffix?: string;
  readonly min?: number | string;
  readonly max?: number | string;
  readonly json_text?: boolean;
  readonly local_only?: boolean;
  readonly secret?: string;
  readonly secret_template?: boolean;
  readonly undocumented?: boolean;
  readonly params?: readonly FactParameter[];
}

interface Facts {
  readonly operators: readonly (Omit<FactParameter, 'type' | 'params'> & {
    readonly registered: boolean;
    readonly command: Omit<FactParameter, 'name'>;
    readonly params: readonly FactParameter[];
    readonly secrets: readonly { readonly name: string; readonly required?: boolean }[];
    readonly outputs: readonly { readonly name: string; readonly type: string | readonly string[] }[];
    readonly unknown_params: { readonly treatment: string };
    readonly honours_retry: boolean;
  })[];
  readonly options: readonly (FactParameter & {
    readonly legal: Readonly<Record<string, unknown>> & {
      readonly operators?: readonly string[];
      readonly operators_without_effect?: readonly string[];
    };
  })[];
  readonly schedulers: readonly {
    readonly name: string;
    readonly command: { readonly type: string; readonly format: string; readonly regex: string };
    readonly params: readonly FactParameter[];
  }[];
  readonly scheduleOptions: readonly FactParameter[];
  readonly variables: readonly { readonly name: string; readonly type: string }[];
}

const read = (name: string) => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

function facts(): Facts {
  const schedules = read('schedules.json');
  return {
    operators: read('operators.json'),
    options: read('task-options.json').options,
    schedulers: schedules.schedulers,
    scheduleOptions: schedules.options,
    variables: read('variables.json'),
  };
}

/** Where a record says more than the source of Digdag does, and why. */
const narrowed: Readonly<Record<string, readonly string[]>> = {
  // other values are read, and then fail: "Expected 'true' or 'false'"
  if: ['boolean'],
};

/** Facts that are told under another name, or of what is no key of a task. */
const renamed: Readonly<Record<string, readonly string[]>> = {
  '_export.plugin': ['plugin'],
  'docker / ecs / kubernetes / agent.command_executor.ecs': ['docker', 'ecs', 'kubernetes'],
  // a parameter that the command line sets, none that a file holds
  _project_path: [],
};

/** `task or group` is what a record calls `tasks`. */
function types(type: string | readonly string[]): string[] {
  const all = typeof type === 'string' ? type.split(' or ') : type;
  return [...new Set(all.map((one) => (one === 'task' || one === 'group' ? 'tasks' : one)))].sort();
}

/** A text says that another key may stand for it. */
function requirement({ name, required, required_unless: unless }: FactParameter): object {
  if (typeof required !== 'string') return { required: required === true, requiredUnless: unless };
  const others = required
    .replace('one of ', '')
    .split(' and ')
    .filter((key) => key !== name);
  return { required: true, requiredUnless: others.join(', ') };
}

/** What decides how a value is read, in the shape of a record. */
function fact(parameter: FactParameter): object {
  return {
    name: parameter.name,
    type: types(parameter.type),
    ...requirement(parameter),
    default: parameter.default ?? undefined,
    enum: parameter.enum,
    enumChecked: parameter.enum_checked === true,
    enumSuffix: parameter.enum_suffix,
    min: parameter.min,
    max: parameter.max,
    localOnly: parameter.local_only === true,
    secret: parameter.secret,
    secretTemplate: parameter.secret_template === true,
    parameters: parameter.params?.map(fact),
  };
}

function recorded(parameter: Parameter): object {
  return {
    name: parameter.name,
    type: [...parameter.type].sort(),
    required: parameter.required === true,
    requiredUnless: parameter.requiredUnless,
    default: parameter.default,
    enum: parameter.enum,
    enumChecked: parameter.enumChecked === true,
    enumSuffix: parameter.enumSuffix,
    min: parameter.min,
    max: parameter.max,
    localOnly: parameter.localOnly === true,
    secret: parameter.secret,
    secretTemplate: parameter.secretTemplate === true,
    parameters: parameter.parameters?.map(recorded),
  };
}

describe.runIf(isThere)('the catalogue is what was found in Digdag', () => {
  it('for each operator', () => {
    const registered = facts().operators.filter((operator) => operator.registered);
    expect(registered.map(({ name }) => name).sort()).toEqual(
      builtInCatalog
        .operators()
        .map(({ name }) => name)
        .sort(),
    );
    for (const found of registered) {
      const operator = builtInCatalog.operator(found.name);
      expect(operator?.parameters.map(recorded), found.name).toEqual(found.params.map(fact));
      expect([...(operator?.command.type ?? [])].sort(), found.name).toEqual(
        narrowed[found.name] ?? types(found.command.type),
      );
      expect(operator?.command.required === true, found.name).toBe(found.command.required === true);
      expect(operator?.command.parameters?.map(recorded), found.name).toEqual(found.command.params?.map(fact));
      expect(operator?.unknownKeys, found.name).toBe(found.unknown_params.treatment);
      expect(operator?.honoursRetry, found.name).toBe(found.honours_retry);
      expect(operator?.secrets?.map(({ name }) => name) ?? [], found.name).toEqual(
        found.secrets.map(({ name }) => name),
      );
      expect(operator?.outputs?.map(({ name }) => name) ?? [], found.name).toEqual(
        found.outputs.map(({ name }) => name),
      );
    }
  });

  it('for each option of tasks, with where it may stand', () => {
    const found = facts().options;
    const names = found.flatMap(({ name }) => renamed[name] ?? [name]);
    expect.soft(taskOptions.map(({ name }) => name).sort()).toEqual(names.sort());
    for (const option of taskOptions) {
      const other = found.find(({ name }) => name === option.name);
      if (!other) continue;
      expect.soft([...option.type].sort(), option.name).toEqual(types(other.type));
      expect.soft(option.default, option.name).toEqual(other.default ?? undefined);
      expect.soft(option.operators, option.name).toEqual(other.legal.operators);
      expect.soft(option.operatorsWithoutEffect, option.name).toEqual(other.legal.operators_without_effect);
      expect.soft(option.parameters?.map(recorded), option.name).toEqual(other.params?.map(fact));
      const legal = { top: 'top_level', group: 'group', task: 'task', export: 'in_export' } as const;
      for (const [place, name] of Object.entries(legal)) {
        const said = other.legal[name];
        const expected = said === 'yes' || said === 'no effect' ? said : undefined;
        expect.soft(option.legal[place as keyof typeof legal], `${option.name} ${place}`).toBe(expected);
      }
    }
  });

  it('for each scheduler', () => {
    const { schedulers, scheduleOptions } = facts();
    expect(builtInCatalog.schedulers().map(({ name }) => name)).toEqual(schedulers.map(({ name }) => name));
    for (const { name, command, params } of schedulers) {
      const scheduler = builtInCatalog.scheduler(name);
      expect(scheduler?.parameters.map(recorded), name).toEqual(params.map(fact));
      expect(scheduler?.command, name).toMatchObject({
        type: [command.type],
        format: command.format,
        pattern: command.regex,
      });
    }
    expect(builtInCatalog.scheduleOptions().map(recorded)).toEqual(scheduleOptions.map(fact));
  });

  it('for each variable', () => {
    const found = facts().variables.map(({ name, type }) => [name, types(type)] as const);
    const known = variables.map(({ name, type }) => [name, [...type].sort()] as const);
    expect(new Map(known)).toEqual(new Map(found));
  });
});

it.skipIf(isThere)('is compared with the facts only where they lie beside the repository (../shared/digdag)', () => {
  expect(isThere).toBe(false);
});
