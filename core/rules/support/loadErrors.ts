import type { LoadError } from '../../project/loadError.ts';
import { text } from '../../text/text.ts';
import type { RuleContext, RuleFinding } from '../rule.ts';
import { visible } from './sourceLine.ts';

/** Which rule stands for an error of loading. */
export type LoadRule = 'duplicate-key' | 'include-file' | 'include-syntax' | 'not-a-map' | 'yaml';

export function ruleOf({ java, problem }: LoadError): LoadRule {
  if (java === 'DuplicateKeyYAMLException') return 'duplicate-key';
  if (java === 'RuntimeJsonMappingException') return 'not-a-map';
  if (/^(?:NoSuchFile|FileNotFound|IO)Exception$/.test(java)) return 'include-file';
  if (/Exception$/.test(java) && problem.includes('for the tag !')) return 'include-syntax';
  return 'yaml';
}

/** The errors that a rule stands for. A fault inside of an included file is shown there, and at the `!include` of this file. */
export function* loadFindings(
  context: RuleContext,
  rule: LoadRule,
  describe: (error: LoadError, source: string) => Pick<RuleFinding, 'message' | 'fixes' | 'related'>,
): Generator<RuleFinding> {
  for (const error of context.file.errors) {
    if (ruleOf(error) !== rule) continue;
    const source = error.path === context.path ? context.text : (context.fs.read(error.path)?.text ?? '');
    const place = visible(error, source);
    yield { ...place, ...describe(error, source) };
    const site = error.includedAt.find(({ path }) => path === context.path);
    if (site && error.path !== context.path) {
      const message = text('The included file cannot be read: {0}', error.problem);
      yield { ...site, message, related: [{ ...place, message: text('Here: {0}', error.problem) }] };
    }
  }
}

/** Digdag's words in one line. */
export function wordsOf({ problem, context }: LoadError): string {
  return context && context.start >= 0 ? `${problem} (${context.text})` : problem;
}
