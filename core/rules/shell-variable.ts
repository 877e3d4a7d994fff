import { variablesAt } from '../expressions/scopes/variablesAt.ts';
import { text } from '../text/text.ts';
import type { Rule } from './rule.ts';
import { ownTexts, placeIn } from './support/expressions.ts';
import { isShellScript, type ShellVariable, shellVariableAt } from './support/shellVariables.ts';

export const shellVariable: Rule = {
  id: 'shell-variable',
  severity: 'warning',
  summary: text('A variable of the shell written as one of Digdag'),
  docs: text(
    'Digdag evaluates ${…} in sh> before the shell sees it, so that ${HOME} is a missing variable and ${VAR:-x} no JavaScript. Write $HOME, or ' +
      "${'$'}{VAR:-x}, which Digdag turns into ${VAR:-x}.",
  ),
  *check(context) {
    for (const evaluated of ownTexts(context)) {
      if (!isShellScript(evaluated)) continue;
      for (const found of candidates(evaluated.text)) {
        const variable = shellVariableAt(evaluated, found);
        if (
          !variable ||
          (variable.rest === '' && variablesAt(evaluated.task, { outputs: context.outputs }).has(variable.name))
        )
          continue;
        const start = evaluated.text[found.start - 1] === '$' ? found.start - 1 : found.start;
        const { exact, ...place } = placeIn(context, evaluated, { start, end: found.end });
        const meant = forShell(variable);
        const fix = { title: text('Change to {0}', meant), edits: [{ ...place, newText: meant }], safe: false };
        const message = text(
          'Digdag takes {0} for its own and fails: the shell never sees it.',
          evaluated.text.slice(start, found.end),
        );
        yield { ...place, message, ...(exact ? { fixes: [fix] } : {}) };
      }
    }
  },
};

function* candidates(value: string): Generator<{ start: number; end: number }> {
  for (const match of value.matchAll(/\$\{[A-Za-z_]\w*(?:(?::[-=?+]|[%#/^,])[^{}]*)?\}/g)) {
    yield { start: match.index, end: match.index + match[0].length };
  }
}

function forShell({ name, rest }: ShellVariable): string {
  return rest === '' ? `$${name}` : `\${'$'}{${name}${rest}}`;
}
