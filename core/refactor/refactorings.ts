import { exportOption } from './exportOption.ts';
import { extractWorkflow } from './extractWorkflow.ts';
import { inlineWorkflow } from './inlineWorkflow.ts';
import { parallel } from './parallel.ts';
import type { Refactor, RefactorContext, Refactoring } from './refactoring.ts';
import { wrap } from './wrap.ts';

const all: readonly Refactor[] = [extractWorkflow, inlineWorkflow, wrap, parallel, exportOption];

/** What can be done with what is selected and keeps the meaning. Nothing of a file that Digdag cannot read. */
export function refactoringsFor(context: RefactorContext): Refactoring[] {
  if (context.file.errors.length > 0) return [];
  return all.flatMap((refactor) => refactor(context));
}
