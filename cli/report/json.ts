import type { Report } from './report.ts';

/** For programs: `{version: 1, files, findings: [{path, rule, severity, message, start: {line, column}, end, fixable}]}`. */
export function jsonReport(report: Report): string {
  const findings = report.entries.map(({ excerpt: _, ...entry }) => entry);
  return `${JSON.stringify({ version: 1, files: report.files, findings }, null, 2)}\n`;
}
