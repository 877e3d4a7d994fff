import type { Log, Result } from 'sarif';
import type { Severity } from '../../core/rules/finding.ts';
import type { Entry, Report } from './report.ts';

const levels: Readonly<Record<Severity, Result.level>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** What SARIF tells of a rule: its id, one sentence, and what happens in Digdag and what to do. */
export interface RuleDescription {
  readonly id: string;
  readonly summary: string;
  readonly docs: string;
}

/** SARIF 2.1.0, as code scanning services read it. */
export function sarifReport(report: Report, rules: readonly RuleDescription[], version: string): string {
  const used = new Set(report.entries.map(({ rule }) => rule));
  const driver = {
    name: 'digkit',
    version,
    rules: rules
      .filter(({ id }) => used.has(id))
      .map(({ id, summary, docs }) => ({ id, shortDescription: { text: summary }, help: { text: docs } })),
  };
  const sarif: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results: report.entries.map(result) }],
  };
  return `${JSON.stringify(sarif, null, 2)}\n`;
}

function result({ rule, severity, message, path, start, end }: Entry): Result {
  const region = { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
  return {
    ruleId: rule,
    level: levels[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(path) }, region } }],
  };
}

/** Relative to the folder of the check; of a file outside of it a whole URI. */
function uriOf(path: string): string {
  const drive = /^[A-Za-z]:(?=\/)/.exec(path)?.[0] ?? '';
  const written = path.slice(drive.length).split('/').map(encodeURIComponent).join('/');
  return path.startsWith('/') || drive !== '' ? `file://${drive && `/${drive}`}${written}` : written;
}
