import { nearest } from '../catalog/nearest.ts';
import { isDefinedAt } from '../expressions/scopes/definitions.ts';
import { variablesAt } from '../expressions/scopes/variablesAt.ts';
import type { Scripts } from '../expressions/scripts.ts';
import { checkKnownSyntax } from '../expressions/syntax.ts';
import { text } from '../text/text.ts';
import type { Fix } from './finding.ts';
import type { Rule, RuleContext, RuleFinding } from './rule.ts';
import { addExport } from './support/edits.ts';
import { elsewhere } from './support/elsewhere.ts';
import { scriptsOf } from './support/expressions.ts';
import { type TemplateUse, templateUses } from './support/templates.ts';
import { isAlwaysDefined, isScheduleVariable } from './support/variables.ts';

export const templateFile: Rule = {
  id: 'template-file',
  severity: 'warning',
  summary: text('An expression in a SQL file or another template that fails'),
  docs: text(
    'Digdag evaluates ${…} in the files of td>, pg>, bq>, mail> and the like when the task runs, with the variables of that task, also in comments: ' +
      'one that does not exist, or that is no ECMAScript 5, fails the task. Parameters of a run (-p, -P) can define every name.',
  ),
  *check(context) {
    const scripts = scriptsOf(context);
    for (const use of templateUses(context)) {
      yield* syntax(use, scripts);
      yield* undefinedNames(context, use);
    }
  },
};

function* syntax({ task, file, template }: TemplateUse, scripts: Scripts): Generator<RuleFinding> {
  const { path, scan } = template;
  const fault = checkKnownSyntax(scan.parts, scripts);
  if (fault?.name !== 'SyntaxError') return;
  const { offset, message } = fault;
  const part = scan.parts.find(({ kind, start, end }) => kind === 'expression' && start <= offset && offset < end);
  if (!part) return;
  yield {
    path,
    start: part.start,
    end: part.end,
    severity: 'error',
    related: [usedBy(task.node.fullName, file.value.place)],
    message: text('Digdag refuses this: it is not ECMAScript 5 ({0}).', message),
  };
}

function* undefinedNames(context: RuleContext, { task, file, template }: TemplateUse): Generator<RuleFinding> {
  const { node } = task;
  for (const { name, start, end } of template.names) {
    if (isAlwaysDefined(name) || isScheduleVariable(name) || isDefinedAt(name, node, context.outputs)) continue;
    if (elsewhere(context, node).find(name)) continue;
    const at = { path: template.path, start, end };
    const related = [usedBy(node.fullName, file.value.place)];
    const known = [...variablesAt(node, { outputs: context.outputs }).keys()].filter((other) => /^\w{3,}$/.test(other));
    const meant = nearest(name, known);
    if (meant === undefined) {
      const message = text(
        'Nothing gives {0} to {1}: the run needs it as a parameter (-p {0}=…).',
        name,
        node.fullName,
      );
      const fixes = addExport(context, name, "''");
      yield { ...at, related, severity: 'information', message, ...(fixes.length > 0 ? { fixes } : {}) };
      continue;
    }
    const fix: Fix = { title: text('Change to {0}', meant), edits: [{ ...at, newText: meant }], safe: false };
    yield { ...at, related, message: text('Nothing defines {0}. Is {1} meant?', name, meant), fixes: [fix] };
  }
}

function usedBy(task: string, place: { readonly path: string; readonly start: number; readonly end: number }) {
  return { ...place, message: text('{0} runs the file.', task) };
}
