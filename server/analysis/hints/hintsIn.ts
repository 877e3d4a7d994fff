import type { CancellationToken } from 'vscode-languageserver/node';
import { isGlobal, namesOf } from '../../../core/expressions/names.ts';
import { isOfEachRun } from '../../../core/expressions/ofEachRun.ts';
import { Outputs } from '../../../core/expressions/scopes/outputs.ts';
import { Resolver } from '../../../core/expressions/scopes/resolver.ts';
import { Scopes } from '../../../core/expressions/scopes/scopes.ts';
import type { Variable } from '../../../core/expressions/scopes/variable.ts';
import { type EvaluatedText, evaluatedTexts, placeOfPart } from '../../../core/expressions/uses.ts';
import { walkTasks } from '../../../core/workflow/taskNode.ts';
import type { Services } from '../../services.ts';
import type { OpenDocument } from '../../workspace/openDocument.ts';
import { signalOf } from '../signal.ts';
import { viewOf } from '../symbols/view.ts';
import { shownSession } from '../variables/scope.ts';

/** The value of an expression, shown behind it. */
export interface Hint {
  readonly offset: number;
  readonly value: string;
  /** All of a value that was cut. */
  readonly whole?: string;
}

/** Longer values are cut: a hint stands in a line of text. */
const longest = 40;
/** A client asks for what it shows; of a whole long document no more are told. */
const most = 1000;

/**
 * What the expressions in a part of a document are in the shown session, as far as that is known before a run.
 * @param which `session`: only those that need nothing but variables of Digdag
 */
export async function hintsIn(
  services: Services,
  document: OpenDocument,
  part: { readonly start: number; readonly end: number },
  which: 'session' | 'on',
  token: CancellationToken,
): Promise<Hint[]> {
  const checked = services.checked(document);
  const session = shownSession(services, checked.file);
  const { signal, release } = signalOf(token);
  const resolver = new Resolver(services.evaluator, signal);
  const scopes = new Scopes({ ...session.options, outputs: new Outputs() });
  const hints: Hint[] = [];
  try {
    for (const evaluated of textsIn(services, document, part)) {
      const variables = scopes.at(evaluated.task, evaluated.key);
      for (const written of evaluated.scan.parts) {
        if (signal.aborted || hints.length === most) return hints;
        if (written.kind !== 'expression' || !isKnown(written.script, variables, which)) continue;
        const place = placeOfPart(evaluated, written, document.text);
        if (!place || place.end < part.start || part.end < place.end) continue;
        const result = await resolver.resolve(`\${${written.script}}`, variables);
        if (result.ok) hints.push(hintOf(place.end, result.value));
      }
    }
  } finally {
    release();
  }
  return hints;
}

/** The evaluated texts that the document itself writes in a part of it, each once: aliases share them. */
function textsIn(
  services: Services,
  document: OpenDocument,
  { start, end }: { readonly start: number; readonly end: number },
): EvaluatedText[] {
  const { path, root } = viewOf(services.checked(document));
  const seen = new Set<number>();
  return [...evaluatedTexts(root ? [...walkTasks(root)] : [])].filter(({ scalar }) => {
    const isHere = scalar.path === path && scalar.start <= end && start <= scalar.end && !seen.has(scalar.start);
    if (isHere) seen.add(scalar.start);
    return isHere;
  });
}

function isKnown(script: string, variables: ReadonlyMap<string, Variable>, which: 'session' | 'on'): boolean {
  const names = namesOf(script).filter(({ name }) => !isGlobal(name));
  return names.length > 0 && names.every(({ name }) => isKnownName(name, variables, which));
}

function isKnownName(name: string, variables: ReadonlyMap<string, Variable>, which: 'session' | 'on'): boolean {
  const variable = variables.get(name);
  if (!variable || variable.certainty === 'unknown' || isOfEachRun(name)) return false;
  return which === 'on' || variable.origin.kind === 'session';
}

function hintOf(offset: number, value: string): Hint {
  const line = value.replaceAll(/\s*\r?\n\s*/g, ' ⏎ ');
  if (line.length <= longest) return line === value ? { offset, value } : { offset, value: line, whole: value };
  return { offset, value: `${line.slice(0, longest)}…`, whole: value };
}
