import type { Finding, Severity } from '../../core/rules/finding.ts';
import { render, type Translations } from '../../core/text/text.ts';
import { type Position, Positions } from './positions.ts';

/** One finding as a report shows it: places as lines and columns from 1, columns in UTF-16 units as editors count them. */
export interface Entry {
  readonly path: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly start: Position;
  readonly end: Position;
  /** The text of the line on which the finding starts. */
  readonly excerpt: string;
  readonly fixable: boolean;
}

/** What a check found in all the files that it saw. */
export interface Report {
  readonly files: number;
  readonly entries: readonly Entry[];
}

/**
 * Findings as entries, in their order.
 * @param shown a path as the reader should see it
 * @param text the text of a finding's file
 */
export function entries(
  findings: readonly Finding[],
  shown: (path: string) => string,
  text: (path: string) => string,
  translations?: Translations,
): Entry[] {
  const byPath = new Map<string, Positions>();
  return findings.map((finding) => {
    const positions = byPath.get(finding.path) ?? new Positions(text(finding.path));
    byPath.set(finding.path, positions);
    const start = positions.at(finding.start);
    return {
      path: shown(finding.path),
      rule: finding.rule,
      severity: finding.severity,
      message: render(finding.message, translations),
      start,
      end: positions.at(finding.end),
      excerpt: positions.line(start.line),
      fixable: (finding.fixes ?? []).some((fix) => fix.safe),
    };
  });
}
