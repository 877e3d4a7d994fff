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
  const shown = byPlace(context.diagnostics);
  const rules = [...new Set(here.map((finding) => finding.rule))];
  return [
    ...here.flatMap((finding) => fixesOf(services, finding, shown)),
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

/** Diagnostics by their rule and where they begin: a client may send as many as there are findings. */
function byPlace(diagnostics: readonly Diagnostic[]): ReadonlyMap<string, readonly Diagnostic[]> {
  const found = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const place = placeOf(diagnostic.code, diagnostic.range);
    const same = found.get(place);
    if (same) same.push(diagnostic);
    else found.set(place, [diagnostic]);
  }
  return found;
}

function placeOf(rule: Diagnostic['code'], { start }: Diagnostic['range']): string {
  return `${start.line}:${start.character} ${rule}`;
}

function fixesOf(
  services: Services,
  finding: Finding,
  shown: ReadonlyMap<string, readonly Diagnostic[]>,
): CodeAction[] {
  const fixes = (finding.fixes ?? []).filter((fix) => canApply(services, fix));
  if (fixes.length === 0) return [];
  const diagnostics = [...(shown.get(placeOf(finding.rule, services.range(finding))) ?? [])];
  return fixes.map((fix) => ({
    title: services.say(fix.title),
    kind: kinds.quickFix,
    diagnostics,
    isPreferred: fix.safe && fixes.length === 1,
    edit: workspaceEdit(services, [...editsThatFit([fix]).values()].flat(), fix.files),
  }));
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
