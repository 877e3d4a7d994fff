import { builtInCatalog } from '../catalog/catalog.ts';
import { isPlainName } from '../expressions/plainNames.ts';
import { exportsOf } from '../expressions/scopes/definitions.ts';
import { text } from '../text/text.ts';
import { type TaskNode, walkTasks } from '../workflow/taskNode.ts';
import type { Finding, Fix, Place } from './finding.ts';
import type { Rule, RuleContext, RuleFinding } from './rule.ts';
import { addExport } from './support/edits.ts';
import { elsewhere } from './support/elsewhere.ts';
import { placeIn } from './support/expressions.ts';
import { NearNames } from './support/nearNames.ts';
import { childrenOf, isScheduleVariable, type VariableUse, variableUses } from './support/variables.ts';

export const undefinedVariable: Rule = {
  id: 'undefined-variable',
  severity: 'warning',
  summary: text('A variable that nothing defines'),
  docs: text(
    'A name in ${…} that does not exist fails the task when it starts ("ReferenceError: … is not defined"). Parameters of a run (-p, -P) can define ' +
      'every name, so that a name which is nowhere in the file is told as information; a likely slip, or a name that only other tasks have, is a warning.',
  ),
  *check(context) {
    for (const use of variableUses(context)) {
      const { name, defined, evaluated } = use;
      if (defined || isScheduleVariable(name)) continue;
      const isOwn = evaluated.task.config.has(name);
      const isNested = evaluated.key === '_export' || evaluated.path.length > 0;
      if (isOwn && !isNested) continue; // below it: key-order
      const others = elsewhere(context, evaluated.task);
      if (evaluated.key === '_export' && childrenOf(context, evaluated.task).some(callsBelow)) continue;
      if (others.find(name)) continue;
      const handed = others.exported(name)?.origin.place;
      if (isOwn) {
        const { exact: _, ...at } = placeOf(context, use);
        yield {
          ...at,
          message: text(
            '{0} is not visible here: inside of maps and _export, ${…} does not see the keys of the task.',
            name,
          ),
        };
      } else yield handed ? handedOn(context, use, handed) : finding(context, use, context.once(exportedNames));
    }
  },
};

/** Tasks of called files evaluate what is exported around the call, with what they have. */
function callsBelow({ operators, children }: TaskNode): boolean {
  return operators.some(({ name }) => name === 'call' || name === 'http_call') || children.some(callsBelow);
}

/** The name alone, where the file writes it as it is read. */
function placeOf(
  context: RuleContext,
  { evaluated, part, start, end }: VariableUse,
): Place & { readonly exact: boolean } {
  const place = placeIn(context, evaluated, part);
  if (!place.exact) return place;
  return { ...place, start: place.start + start - part.start, end: place.start + end - part.start };
}

/** Code of an earlier task exports it. */
function handedOn(context: RuleContext, use: VariableUse, place: Place): RuleFinding {
  const { exact: _, ...at } = placeOf(context, use);
  const related = [{ ...place, message: text('It is exported here.') }];
  const message = text(
    '{0} is not defined here: digdag.env.export reaches the subtasks of its own task only, digdag.env.store all later tasks.',
    use.name,
  );
  return { ...at, related, message };
}

function finding(
  context: RuleContext,
  use: VariableUse,
  elsewhere: ReadonlyMap<string, Finding['related']>,
): RuleFinding {
  const { name, names } = use;
  const { exact, ...at } = placeOf(context, use);
  const related = elsewhere.get(name);
  if (related) {
    return { ...at, related, message: text('{0} is not defined here: only other tasks export it.', name) };
  }
  const never = builtInCatalog.variables().some((variable) => variable.name === name && variable.available === 'never');
  const meant = context.once(nearNames).nearest(name, names());
  if (meant !== undefined) {
    const fix: Fix = { title: text('Change to {0}', meant), edits: [{ ...at, newText: meant }], safe: false };
    return {
      ...at,
      message: text('Nothing defines {0}. Is {1} meant?', name, meant),
      ...(exact ? { fixes: [fix] } : {}),
    };
  }
  const message = never
    ? text('Digdag has no variable {0}.', name)
    : text('Nothing in this file defines {0}: the run needs it as a parameter (-p {0}=…).', name);
  const fixes = never || !exact ? [] : addExport(context, name, emptyValue(use));
  return { ...at, message, severity: never ? 'warning' : 'information', ...(fixes.length > 0 ? { fixes } : {}) };
}

const nearNames = (): NearNames => new NearNames();

/** Nothing yet, below the members that the expression asks for. */
function emptyValue({ part }: VariableUse): string {
  const members = isPlainName(part.script) ? part.script.trim().split('.').slice(1) : [];
  return members.reduceRight((value, member) => `{${member}: ${value}}`, "''");
}

/** The names that `_export` sections of the file give, anywhere. */
function exportedNames({ root, topLevel }: RuleContext): Map<string, Finding['related']> {
  const names = new Map<string, Finding['related']>();
  const add = (task: TaskNode, shift: number): void => {
    for (const { name, origin } of exportsOf(task)) {
      if (!origin.place) continue;
      const { path, start, end } = origin.place;
      names.set(name, [{ path, start: start + shift, end: end + shift, message: text('It is exported here.') }]);
    }
  };
  if (root) add(root, 0);
  for (const { task, shift } of topLevel) for (const node of walkTasks(task)) add(node, shift);
  return names;
}
