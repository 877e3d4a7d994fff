import { type CodeAction, CodeActionKind, type CodeActionParams, type Diagnostic } from 'vscode-languageserver/node';
import { editsThatFit } from '../../core/rules/applyEdits.ts';
import type { Finding, Fix } from '../../core/rules/finding.ts';
import { text } from '../../core/text/text.ts';
import type { Feature, Services } from '../services.ts';
import type { OpenDocument } from '../workspace/openDocument.ts';
import { canApply, workspaceEdit } from '../workspaceEdit.ts';

/** Quick fixes of findings: each alone, all of one rule in the file, and all safe ones (`source.fixAll`). */
export const codeAction: Feature = {
  capabilities: {
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.SourceFixAll] },
  },
  register(services) {
    services.connection.onCodeAction(
      services.handlers
        .taking('range', 'context')
        .document<CodeActionParams, CodeAction[]>('code actions', [], actions, actions),
    );

    function actions(document: OpenDocument, params: CodeActionParams): CodeAction[] {
      return actionsFor(services, document, params);
    }
  },
};

function actionsFor(services: Services, document: OpenDocument, { range, context }: CodeActionParams): CodeAction[] {
  const findings = services.findings(document);
  const wants = (kind: string) =>
    !context.only || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
  const start = document.offsetAt(range.start);
  const end = document.offsetAt(range.end);
  const here = findings.filter((found) => found.path === document.path && found.start <= end && start <= found.end);
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) {
    for (const finding of here) actions.push(...fixesOf(services, finding, context.diagnostics));
    for (const rule of new Set(here.map((finding) => finding.rule)))
      actions.push(...fixesOfRule(services, rule, findings));
  }
  if (context.only && wants(CodeActionKind.SourceFixAll)) actions.push(...safeFixes(services, findings));
  return actions;
}

function fixesOf(services: Services, finding: Finding, diagnostics: readonly Diagnostic[]): CodeAction[] {
  const fixes = (finding.fixes ?? []).filter((fix) => canApply(services, fix));
  const shown = diagnostics.filter(({ code, range }) => code === finding.rule && sameStart(services, finding, range));
  return fixes.map((fix) => ({
    title: services.say(fix.title),
    kind: CodeActionKind.QuickFix,
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
  return [
    { title, kind: CodeActionKind.QuickFix, edit: workspaceEdit(services, [...editsThatFit(fixes).values()].flat()) },
  ];
}

function safeFixes(services: Services, findings: readonly Finding[]): CodeAction[] {
  const fixes = firstFixes(findings).filter(({ safe }) => safe);
  if (fixes.length === 0) return [];
  const title = services.say(text('Apply all fixes that cannot change what the workflow does'));
  return [
    {
      title,
      kind: CodeActionKind.SourceFixAll,
      edit: workspaceEdit(services, [...editsThatFit(fixes).values()].flat()),
    },
  ];
}

/** One fix of each finding; those that make or move files are chosen one by one. */
function firstFixes(findings: readonly Finding[]): Fix[] {
  return findings.flatMap(({ fixes }) => fixes?.find(({ files }) => files === undefined) ?? []);
}
