import { builtInCatalog } from '../catalog/catalog.ts';
import { type ResultType, resultType } from '../expressions/resultType.ts';
import type { ExpressionPart } from '../expressions/scan.ts';
import { variablesAt } from '../expressions/scopes/variablesAt.ts';
import { text } from '../text/text.ts';
import type { TaskNode } from '../workflow/taskNode.ts';
import type { Rule, RuleContext } from './rule.ts';
import { ownTexts, placeIn } from './support/expressions.ts';

export const conditionValue: Rule = {
  id: 'condition-value',
  severity: 'warning',
  summary: text('if> over a value that is neither true nor false'),
  docs: text(
    "if> takes true and false only, and an empty string as false: any other value fails the task (\"Expected 'true' or 'false'\"). " +
      'Compare the value, or write ${!!(…)} to ask whether there is one.',
  ),
  *check(context) {
    for (const evaluated of ownTexts(context)) {
      const { task, key, scan } = evaluated;
      const [part, ...more] = scan.parts;
      if (key !== 'if>' || part?.kind !== 'expression' || more.length > 0 || task.operators.length !== 1) continue;
      const type = resultType(part.script, (name) => typeOf(name, task, context));
      if (type === undefined || type === 'boolean') continue;
      const { exact, ...place } = placeIn(context, evaluated, part);
      const newText = `\${!!(${part.script.trim()})}`;
      yield {
        ...place,
        message:
          type === 'number'
            ? text('This is a number, and if> takes true or false only: compare it.')
            : text('This is a string, and if> takes true or false only: compare it.'),
        ...(isLiteral(part) ? { severity: 'error' } : {}),
        ...(exact
          ? { fixes: [{ title: text('Change to {0}', newText), edits: [{ ...place, newText }], safe: false }] }
          : {}),
      };
    }
  },
};

function isLiteral({ script }: ExpressionPart): boolean {
  return /^\s*(?:\d[\w.]*|'[^'\\]*'|"[^"\\]*")\s*$/.test(script);
}

/** Of Digdag's own variables the catalogue tells; of those of the file what is written, where it is no template. */
function typeOf(name: string, task: TaskNode, { outputs }: RuleContext): ResultType | undefined {
  const definition = variablesAt(task, { outputs }, 'if>').get(name);
  if (definition?.origin.kind === 'session') return ofDigdag(name);
  const { value } = definition ?? {};
  if (definition?.certainty !== 'fixed' || value === undefined || value === null) return undefined;
  if (typeof value === 'boolean' || value === 'true' || value === 'false' || value === '') return 'boolean';
  if (typeof value === 'string') return 'string';
  return value instanceof Map || Array.isArray(value) ? undefined : 'number';
}

function ofDigdag(name: string): ResultType | undefined {
  const variable = builtInCatalog.variables().find((known) => known.name === name && known.available === 'always');
  const [type, ...others] = variable?.type ?? [];
  if (others.length > 0) return undefined;
  return type === 'string' ? 'string' : type === 'integer' || type === 'number' ? 'number' : undefined;
}
