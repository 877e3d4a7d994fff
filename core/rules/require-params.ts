import { Outputs } from '../expressions/scopes/outputs.ts';
import { loadFile } from '../project/load.ts';
import { join } from '../project/paths.ts';
import { text } from '../text/text.ts';
import { surveyTasks } from '../workflow/survey.ts';
import { walkTasks } from '../workflow/taskNode.ts';
import type { Fix } from './finding.ts';
import type { Rule, RuleContext } from './rule.ts';
import { lineBreak, linesOf } from './support/edits.ts';
import { elsewhere } from './support/elsewhere.ts';
import { literalText } from './support/literal.ts';
import { inScope, type OperatorTask, operatorTasks } from './support/task.ts';
import { isScheduleVariable, variableUses } from './support/variables.ts';

export const requireParams: Rule = {
  id: 'require-params',
  severity: 'hint',
  summary: text('Variables that a required workflow needs and does not get'),
  docs: text(
    'require> starts the other workflow with its params only: variables of this workflow, also those of -p and -P, are not handed over. One that the ' +
      'other workflow uses and does not define itself must stand under params.',
  ),
  *check(context) {
    for (const task of operatorTasks(context)) {
      const { node, use, operator } = task;
      if (operator.name !== 'require' || use.command === undefined) continue;
      if (inScope(node, 'project_id') || inScope(node, 'project_name')) continue;
      const name = literalText(use.command);
      const params = node.config.get('params');
      if (name === undefined || (params && params.kind !== 'map')) continue;
      const lacking = neededBy(name, context).filter((needed) => !params?.has(needed));
      if (lacking.length === 0) continue;
      const fixes = addParams(lacking, task, context);
      yield {
        ...use.command.place,
        message: text('{0} needs {1}, and require> hands over params only.', name, lacking.join(', ')),
        ...(fixes.length > 0 ? { fixes } : {}),
      };
    }
  },
};

/** The variables that a workflow of the project uses and neither it nor code that it runs defines. */
function neededBy(name: string, context: RuleContext): string[] {
  const path = join(context.project.directory, `${name}.dig`);
  const file =
    path !== context.path && context.project.workflows.includes(path) ? loadFile(context.fs, path) : undefined;
  if (!file?.config || file.errors.length > 0) return [];
  const root = surveyTasks('', `+${name}`, file.config, { path, start: 0, end: 0 });
  const shared = new Map<unknown, unknown>();
  const child: RuleContext = {
    ...context,
    path,
    text: file.text,
    file,
    config: file.config,
    root,
    tasks: [...walkTasks(root)],
    topLevel: root.children.map((task) => ({ task, shift: 0 })),
    outputs: new Outputs(),
    looksBeside: () => undefined,
    once(compute) {
      if (!shared.has(compute)) shared.set(compute, compute(child));
      return shared.get(compute) as ReturnType<typeof compute>;
    },
  };
  const needed = new Set<string>();
  for (const { name: used, defined, evaluated } of variableUses(child)) {
    if (defined || needed.has(used) || isScheduleVariable(used)) continue;
    if (!elsewhere(child, evaluated.task).find(used)) needed.add(used);
  }
  return [...needed];
}

/** `x: ${x}` below params, which the fix makes where there is none. */
function addParams(names: readonly string[], { node, use }: OperatorTask, context: RuleContext): Fix[] {
  const params = node.config.entries.get('params');
  const lines = linesOf(context, params ?? use.entry);
  const members = params?.value.kind === 'map' ? [...params.value.entries.values()] : [];
  const first = members[0] && linesOf(context, members[0]);
  if (!lines || (params && !first)) return [];
  const ending = lineBreak(context);
  const head = context.text[lines.end - 1] === '\n' ? '' : ending;
  const indent = first?.indent ?? `${lines.indent}  `;
  const written = names.map((name) => `${indent}${name}: \${${name}}${ending}`).join('');
  const newText = head + (params ? '' : `${lines.indent}params:${ending}`) + written;
  const edit = { path: context.path, start: lines.end, end: lines.end, newText };
  return [{ title: text('Hand over {0}', names.join(', ')), edits: [edit], safe: false }];
}
