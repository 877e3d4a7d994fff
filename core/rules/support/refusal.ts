import { type Text, text } from '../../text/text.ts';
import type { Problem, ProblemKind } from '../../workflow/problem.ts';
import type { Fix } from '../finding.ts';
import type { Rule, RuleContext, RuleFinding } from '../rule.ts';
import { visible } from './sourceLine.ts';

/** A rule that stands for one refusal of Digdag's compiler: what is said and mended where the compiler found it. */
export interface Refused {
  readonly id: ProblemKind;
  readonly summary: Text;
  readonly docs: Text;
  /** Digdag's words first, then what to do. */
  message(problem: Problem, context: RuleContext): Text;
  fixes?(problem: Problem, context: RuleContext): Fix[];
}

export function refusal(refused: Refused): Rule {
  const { id } = refused;
  return {
    id,
    severity: 'error',
    refusedBy: 'compiler',
    get summary() {
      return refused.summary;
    },
    get docs() {
      return refused.docs;
    },
    *check(context) {
      for (const problem of context.problems) if (problem.kind === id) yield toFinding(refused, problem, context);
    },
  };
}

function toFinding(refused: Refused, problem: Problem, context: RuleContext): RuleFinding {
  const place = problem.path === context.path ? visible(problem, context.text) : problem;
  const { path, start, end } = place;
  const fixes = refused.fixes?.(problem, context).filter((fix) => fix.edits.length > 0 || fix.files) ?? [];
  const owner = problem.node?.place;
  return {
    path,
    start,
    end,
    message: refused.message(problem, context),
    ...(fixes.length > 0 ? { fixes } : {}),
    ...(problem.early || !owner
      ? {}
      : { related: [{ ...owner, message: text('Digdag says so only at run time, when this task is due.') }] }),
  };
}
