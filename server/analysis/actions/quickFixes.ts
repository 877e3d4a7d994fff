import type { CodeAction, CodeActionParams, Diagnostic } from 'vscode-languageserver/node';
import { editsThatFit } from '../../../core/rules/applyEdits.ts';
import type { Finding, Fix } from '../../../core/rules/finding.ts';
import { text } from '../../../core/text/text.ts';
import type { Services } from '../../services.ts';
import type { OpenDocument } from '../../workspace/openDocument.ts';
import { canApply, workspaceEdit } from '../../workspaceEdit.ts';
import { kinds } from './kinds.ts';

/** Quick fixes of the findings at a range: each alone, and all of one rule in the file. */
export function quickFixes(
  services: Services,
  document: OpenDocument,
  { range, context }: Pick<CodeActionParams, 'range' | 'context'>,
): CodeAction[] {
  const findings = services.findings(document);
  const start = document.offsetAt(range.start);
  const end = document.offsetAt(range.end);
  const here = findings.filter((found) => found.path === document.path && found.start <= end && start <= found.end);
  const rules = [...new Set(here.map((finding) => finding.rule))];
  return [
    ...here.flatMap((finding) => fixesOf(services, finding, context.diagnostics)),
    ...rules.flatMap((rule) => fixesOfRule(services, rule, findings)),
  ];
}

/** All fixes of a file that cannot change what it means, as one action. */
export function fixAll(services: Services, document: OpenDocument): CodeAction[] {
  const fixes = firstFixes(services.findings(document)).filter(({ safe }) => safe);
  if (fixes.length === 0) return [];
  const title = services.say(text('Apply all fixes that cannot change what the workflow does'));
  return [{ title, kind: kinds.fixAll, edit: workspaceEdit(services, [...editsThatFit(fixes).values()].flat()) }];
}

function fixesOf(services: Services, finding: Finding, diagnostics: readonly Diagnostic[]): CodeAction[] {
  const fixes = (finding.fixes ?? []).filter((fix) => canApply(services, fix));
  const shown = diagnostics.filter(({ code, range }) => code === finding.rule && sameStart(services, finding, range));
  return fixes.map((fix) => ({
    title: services.say(fix.title),
    kind: kinds.quickFix,
    diagnostics: shown,
    isPreferred: fix.safe && fixes.length === 1,
    edit: workspaceEdit(services, [...editsThatFit([fix]).values()].flat(), fix.files),
  }));
}

function sameStart(services: Services, finding: Finding, range: Diagnostic['range']): boolean {
  const { start } = services.range(finding);
  return start.line === range.start.line && start.character === range.start.character;
}

/** The first fix of each finding of a rule, where the rule finds more than one thing. */
function fixesOfRule(services: Services, rule: string, findings: readonly Finding[]): CodeAction[] {
  const fixes = firstFixes(findings.filter((finding) => finding.rule === rule));
  if (fixes.length < 2) return [];
  const title = services.say(text('Fix all {0} problems of {1} in this file', fixes.length, rule));
  return [{ title, kind: kinds.quickFix, edit: workspaceEdit(services, [...editsThatFit(fixes).values()].flat()) }];
}

/** One fix of each finding; those that make or move files are chosen one by one. */
function firstFixes(findings: readonly Finding[]): Fix[] {
  return findings.flatMap(({ fixes }) => fixes?.find(({ files }) => files === undefined) ?? []);
}
