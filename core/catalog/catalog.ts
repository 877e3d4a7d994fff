import { nearest } from './nearest.ts';
import { builtInOperators } from './operators.ts';
import { taskOptions } from './options.ts';
import { scheduleOptions, schedulers } from './schedulers.ts';
import { profileOf, type Target, type TargetProfile } from './targets/target.ts';
import type { Operator, OptionPlace, Parameter, Scheduler, TaskOption, Variable } from './types.ts';
import { variables } from './variables.ts';

/** Everything that may be looked up about a workflow's words. Immutable; a project with operators of its own makes one with them. */
export class Catalog {
  readonly #operators = new Map<string, Operator>();
  readonly #options = new Map(taskOptions.map((option) => [option.name, option]));
  readonly #schedulers = new Map(schedulers.map((scheduler) => [scheduler.name, scheduler]));
  /** Made when they are first asked for: most files use few operators. */
  readonly #parameters = new Map<Operator, ReadonlyMap<string, Parameter>>();
  readonly #variables = new Map(variables.map((variable) => [variable.name, variable]));

  /** What is otherwise where the workflows run. */
  readonly profile: TargetProfile;

  /** @param additional operators of plugins or of the project. As in Digdag (OperatorRegistry), a built-in one of the same name wins. */
  constructor(additional: readonly Operator[] = [], target: Target = 'digdag') {
    this.profile = profileOf(target);
    for (const operator of [...additional, ...this.profile.operators, ...builtInOperators]) {
      this.#operators.set(operator.name, operator);
    }
  }

  /** @param name without the `>` */
  operator(name: string): Operator | undefined {
    return this.#operators.get(name);
  }

  operators(): readonly Operator[] {
    return [...this.#operators.values()];
  }

  /** A key of tasks, groups or files (`_export`, `timezone`, …). `+x`, `x>` and `!include` are found as their kind. */
  taskOption(name: string): TaskOption | undefined {
    return this.#options.get(optionKind(name));
  }

  /**
   * The options that may stand at a place, those without effect left out.
   * @param operator of a task: leaves out what means nothing to it
   */
  optionsAt(place: OptionPlace, operator?: string): readonly TaskOption[] {
    return taskOptions.filter((option) => {
      if (option.legal[place] !== 'yes') {
        return false;
      }
      if (place !== 'task' || operator === undefined) {
        return true;
      }
      return (
        option.operators?.includes(operator) !== false && option.operatorsWithoutEffect?.includes(operator) !== true
      );
    });
  }

  /** The keys that a task of this operator may hold: the operator's parameters and the options of tasks, each once. */
  keysOf(operator: Operator): readonly (Parameter | TaskOption)[] {
    const own = new Set(operator.parameters.map((parameter) => parameter.name));
    const options = this.optionsAt('task', operator.name).filter(
      (option) => !own.has(option.name) && option.name !== 'OPERATOR>',
    );
    return [...operator.parameters, ...options];
  }

  /** Whether a task of this operator may hold the key: one of `keysOf`, or an option of tasks wherever it is legal. */
  isKeyOf(operator: Operator, key: string): boolean {
    return this.parameter(operator, key) !== undefined || this.taskOption(key) !== undefined;
  }

  /** The operator's parameter of this name. */
  parameter(operator: Operator, name: string): Parameter | undefined {
    const known = this.#parameters.get(operator);
    const parameters = known ?? new Map(operator.parameters.map((parameter) => [parameter.name, parameter]));
    if (!known) this.#parameters.set(operator, parameters);
    return parameters.get(name);
  }

  /** A variable that Digdag defines, by its name or its path (`td.last_results`). */
  variable(name: string): Variable | undefined {
    return this.#variables.get(name);
  }

  variables(): readonly Variable[] {
    return variables;
  }

  /** @param name without the `>` */
  scheduler(name: string): Scheduler | undefined {
    return this.#schedulers.get(name);
  }

  schedulers(): readonly Scheduler[] {
    return schedulers;
  }

  /** The keys of `schedule:` beside the scheduler. */
  scheduleOptions(): readonly Parameter[] {
    return scheduleOptions;
  }

  /** The operator that a mistyped name most likely means. */
  nearestOperator(name: string): Operator | undefined {
    const found = nearest(name, [...this.#operators.keys()]);
    return found === undefined ? undefined : this.#operators.get(found);
  }
}

/** The operators of Digdag alone. */
export const builtInCatalog = new Catalog();

function optionKind(name: string): string {
  if (name.startsWith('+')) {
    return '+NAME';
  }
  if (name.endsWith('>')) {
    return 'OPERATOR>';
  }
  return name.startsWith('!include') ? '!include' : name;
}
