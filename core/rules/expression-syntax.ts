import { type ExpressionPart, scan } from '../expressions/scan.ts';
import { checkKnownSyntax, checkSyntax } from '../expressions/syntax.ts';
import { text } from '../text/text.ts';
import type { Fix, Place } from './finding.ts';
import type { Rule } from './rule.ts';
import { ownTexts, placeIn, scriptsOf } from './support/expressions.ts';
import { shellVariableAt } from './support/shellVariables.ts';

export const expressionSyntax: Rule = {
  id: 'expression-syntax',
  severity: 'error',
  summary: text('${…} that is no JavaScript to Digdag'),
  docs: text(
    'Digdag runs ${…} as ECMAScript 5: no =>, let, const, template strings, ?. or ??. Braces are counted also inside strings, so that ' +
      'a } in a string ends the expression. The task fails when it starts.',
  ),
  *check(context) {
    const scripts = scriptsOf(context);
    for (const evaluated of ownTexts(context)) {
      const fault = checkKnownSyntax(evaluated.scan.parts, scripts);
      if (fault?.name !== 'SyntaxError') continue;
      const { offset, message } = fault;
      const part = evaluated.scan.parts.find(
        ({ kind, start, end }) => kind === 'expression' && start <= offset && offset < end,
      );
      if (!part || shellVariableAt(evaluated, part)) continue;
      const { exact, ...place } = placeIn(context, evaluated, part);
      const start = place.start + (offset - part.start);
      const at = exact && start < place.end ? { ...place, start, end: Math.min(start + 1, place.end) } : place;
      const braces =
        part.end < evaluated.text.length && /["'][^"'{}]*$/.test(evaluated.text.slice(part.start, part.end - 1));
      const fixes = exact && !braces && part.kind === 'expression' ? withOperators(part, place) : [];
      yield {
        ...at,
        ...(fixes.length > 0 ? { fixes } : {}),
        message: braces
          ? text('The } inside the string ends the expression: Digdag counts braces in strings, too.')
          : text('Digdag refuses this: it is not ECMAScript 5 ({0}).', message),
      };
    }
  },
};

const words: Readonly<Record<string, string>> = { and: '&&', or: '||' };

/** `a and b`, as other languages write it, where that is all that is wrong. */
function withOperators({ script }: ExpressionPart, place: Place): Fix[] {
  const strings = /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"/;
  const pattern = new RegExp(`${strings.source}|(?<=[\\s)])(and|or)(?=[\\s(!])|(?<![\\w.$])not\\s+`, 'gi');
  const meant = script.replace(pattern, (written, word: string | undefined) => {
    if (/^['"]/.test(written)) return written;
    return word === undefined ? '!' : (words[word.toLowerCase()] ?? word);
  });
  if (meant === script || checkSyntax(scan(`\${${meant}}`).parts) !== undefined) return [];
  const newText = `\${${meant}}`;
  return [{ title: text('Change to {0}', newText), edits: [{ ...place, newText }], safe: false }];
}
