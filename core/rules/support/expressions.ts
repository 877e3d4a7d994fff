import { Scripts } from '../../expressions/scripts.ts';
import { type EvaluatedText, evaluatedTexts, placeOfPart } from '../../expressions/uses.ts';
import type { Place } from '../finding.ts';
import type { RuleContext } from '../rule.ts';

/** The evaluated texts that the file itself writes; what it includes is checked where it is written. */
export function ownTexts(context: RuleContext): readonly EvaluatedText[] {
  return context.once(textsOf);
}

/** The scripts of the file and of the files that its tasks run. */
export function scriptsOf(context: RuleContext): Scripts {
  return context.once(makeScripts);
}

const makeScripts = (): Scripts => new Scripts();

function textsOf({ tasks, path }: RuleContext): EvaluatedText[] {
  return [...evaluatedTexts(tasks)].filter(({ scalar }) => scalar.path === path);
}

/** A part of a text in the file; the whole value where it cannot be told. `exact` allows fixes. */
export function placeIn(
  context: RuleContext,
  evaluated: EvaluatedText,
  part: { readonly start: number; readonly end: number },
): Place & { readonly exact: boolean } {
  const place = placeOfPart(evaluated, part, context.text);
  return place ? { ...place, exact: true } : { ...evaluated.scalar.place, exact: false };
}
