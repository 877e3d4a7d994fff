import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver/node';
import type { Finding, Severity } from '../../core/rules/finding.ts';
import { text } from '../../core/text/text.ts';
import type { Services } from '../services.ts';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** More in one file would only be slow to show: nobody reads them before mending some. */
const most = 1000;

/**
 * The findings of a file as the client shows them: of very many the most severe, and in the end how many are left out. (Other servers have such a limit
 * as well: 1,000 problems in VS Code's own samples.)
 */
export function toDiagnostics(findings: readonly Finding[], services: Services): Diagnostic[] {
  if (findings.length <= most) return findings.map((finding) => toDiagnostic(finding, services));
  const ranked = [...findings].sort((one, other) => severities[one.severity] - severities[other.severity]);
  const shown = ranked.slice(0, most - 1).map((finding) => toDiagnostic(finding, services));
  const [firstHidden] = ranked.slice(most - 1);
  const left = text(
    '{0} more findings in this file are not shown. Mend some of these first.',
    findings.length - shown.length,
  );
  if (!firstHidden) return shown;
  const { Information: severity } = DiagnosticSeverity;
  return [...shown, { range: services.range(firstHidden), severity, source: 'digdag', message: services.say(left) }];
}

/** A finding as the client shows it. */
function toDiagnostic(finding: Finding, services: Services): Diagnostic {
  const { rulePages } = services.client.options;
  const diagnostic: Diagnostic = {
    range: services.range(finding),
    severity: severities[finding.severity],
    source: 'digdag',
    code: finding.rule,
    message: services.say(finding.message),
  };
  if (rulePages) diagnostic.codeDescription = { href: `${rulePages.replace(/\/$/, '')}/${finding.rule}.md` };
  if (finding.related?.length) {
    diagnostic.relatedInformation = finding.related.map((related) => ({
      location: services.location(related),
      message: services.say(related.message),
    }));
  }
  return diagnostic;
}
