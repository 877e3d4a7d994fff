import type { Severity } from '../../core/rules/finding.ts';
import type { Report } from './report.ts';

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** GitHub Actions' workflow commands: each finding becomes an annotation at its line. */
export function githubReport(report: Report): string {
  const lines = report.entries.map(({ severity, path, start, end, rule, message }) => {
    const properties = {
      file: path,
      line: start.line,
      endLine: end.line,
      ...(start.line === end.line ? { col: start.column, endColumn: end.column } : {}),
      title: `digkit ${rule}`,
    };
    const text = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
    return `::${commands[severity]} ${text.join(',')}::${escapeData(message)}\n`;
  });
  return lines.join('');
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
