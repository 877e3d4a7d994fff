import { builtInCatalog } from '../../catalog/catalog.ts';
import type { Variable as CatalogVariable } from '../../catalog/types.ts';
import type { ExpressionPart } from '../../expressions/scan.ts';
import { isDefinedAt, type NamesAt, namesAt } from '../../expressions/scopes/definitions.ts';
import { bodyVariables } from '../../expressions/scopes/loops.ts';
import type { OutputsBefore, Variable } from '../../expressions/scopes/variable.ts';
import { variablesAt } from '../../expressions/scopes/variablesAt.ts';
import type { EvaluatedText } from '../../expressions/uses.ts';
import type { TaskNode } from '../../workflow/taskNode.ts';
import type { RuleContext } from '../rule.ts';
import { ownTexts, scriptsOf } from './expressions.ts';
import { shellVariableAt } from './shellVariables.ts';

/** A variable that an expression of the file reads. */
export interface VariableUse {
  readonly name: string;
  readonly evaluated: EvaluatedText;
  readonly part: ExpressionPart;
  /** In the evaluated text. */
  readonly start: number;
  readonly end: number;
  /** The file gives it a value there. */
  readonly defined: boolean;
  /** The names of all that is in scope there: the same object for all expressions of a text. */
  names(): NamesAt;
  /** What is in scope there; costs something. */
  scope(): ReadonlyMap<string, Variable>;
}

/** The variables that expressions need and that Digdag does not always have; those that only a shell can mean left out. */
export function variableUses(context: RuleContext): readonly VariableUse[] {
  return context.once(usesOf);
}

function usesOf(context: RuleContext): VariableUse[] {
  const uses: VariableUse[] = [];
  const { outputs } = context;
  const scripts = scriptsOf(context);
  const hasSchedule = context.config?.has('schedule') ?? false;
  for (const evaluated of ownTexts(context)) {
    const { task, key, path, scan } = evaluated;
    const first = task.config.entries.keys().next().value;
    // inside of a map Digdag knows the parameters and the keys of that map, not those of the task
    const inMap = key !== '_export' && path.some((step) => typeof step === 'string');
    const before = key === '_export' || inMap ? first : key;
    let known: ReadonlyMap<string, Variable> | undefined;
    const scope = (): ReadonlyMap<string, Variable> => {
      known ??= variablesAt(task, { scheduled: hasSchedule, outputs }, before);
      return known;
    };
    let told: NamesAt | undefined;
    const names = (): NamesAt => {
      told ??= namesAt(task, { scheduled: hasSchedule, outputs }, before);
      return told;
    };
    for (const part of scan.parts) {
      if (part.kind !== 'expression' || shellVariableAt(evaluated, part)) continue;
      for (const { name, offset } of scripts.of(part.script).needed) {
        if (always.has(name)) continue;
        const start = part.start + 2 + offset;
        const defined =
          isDefinedAt(name, task, outputs, before) ||
          (inMap && isKeyAround(name, evaluated)) ||
          (key === '_export' && isDefinedBelow(name, childrenOf(context, task), outputs));
        uses.push({ name, evaluated, part, start, end: start + name.length, defined, names, scope });
      }
    }
  }
  return uses;
}

/** A map around the text, within the value of the task's key, has a key of the name. */
function isKeyAround(name: string, { task, key, path }: EvaluatedText): boolean {
  let at = task.config.get(key);
  for (const step of path) {
    if (at?.kind === 'map' && at.has(name)) return true;
    at = at?.kind === 'map' ? at.get(String(step)) : at?.kind === 'list' ? at.items[Number(step)] : undefined;
  }
  return false;
}

/** All tasks and bodies right below a task, also those that need no check. */
export function childrenOf({ topLevel }: RuleContext, task: TaskNode): readonly TaskNode[] {
  return task.parent === null ? topLevel.map((child) => child.task) : task.children;
}

/** Digdag evaluates an exported text anew for each task below, with what that task has. */
function isDefinedBelow(name: string, children: readonly TaskNode[], outputs: OutputsBefore): boolean {
  return children.some((child) => {
    const exported = child.config.get('_export');
    if (exported?.kind === 'map' && exported.has(name)) return true;
    if (outputs.before(child).has(name) || bodyVariables(child).some((variable) => variable.name === name)) return true;
    return isDefinedBelow(name, child.children, outputs);
  });
}

const named = (available: CatalogVariable['available']): ReadonlySet<string> =>
  new Set(builtInCatalog.variables().flatMap((variable) => (variable.available === available ? [variable.name] : [])));
const always = named('always');
const scheduled = named('scheduled');

/** `session_time` and the like: Digdag sets them for every task. */
export function isAlwaysDefined(name: string): boolean {
  return always.has(name);
}

/** `last_session_time` and the like: Digdag sets them for workflows with a schedule only. */
export function isScheduleVariable(name: string): boolean {
  return scheduled.has(name);
}
