import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver/node';
import type { Finding, Severity } from '../../core/rules/finding.ts';
import type { Services } from '../services.ts';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** A finding as the client shows it. */
export function toDiagnostic(finding: Finding, services: Services): Diagnostic {
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
