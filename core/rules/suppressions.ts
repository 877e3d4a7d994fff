import { lineStartOf } from '../text/lineStart.ts';
import { text } from '../text/text.ts';
import type { Finding, Place } from './finding.ts';
import { unusedSuppression } from './unused-suppression.ts';

/** A comment that switches rules off: `# digkit-disable-next-line RULE` or `# digkit-disable-file RULE`; without names every rule. */
interface Suppression extends Place {
  /** Empty: every rule. */
  readonly rules: readonly string[];
  /** The places whose findings it takes away. */
  readonly from: number;
  readonly to: number;
}

export interface SuppressOptions {
  /** Adds a warning for each comment that switched nothing off. */
  readonly reportUnused: boolean;
  /** Rules that are off anyway: comments that name one are not said to be unused. */
  readonly off: ReadonlySet<string>;
}

/** The findings that no comment of their file's text switches off. */
export function suppress(
  path: string,
  source: string,
  findings: readonly Finding[],
  { reportUnused, off }: SuppressOptions,
): Finding[] {
  const suppressions = suppressionsIn(path, source);
  if (suppressions.length === 0) return [...findings];
  const used = new Set<Suppression>();
  const left = findings.filter((finding) => {
    const by = finding.path === path ? suppressions.filter((suppression) => covers(suppression, finding)) : [];
    for (const suppression of by) used.add(suppression);
    return by.length === 0;
  });
  const unused = suppressions.filter(
    (suppression) => !used.has(suppression) && !suppression.rules.some((rule) => off.has(rule)),
  );
  return reportUnused ? [...left, ...unused.map((suppression) => unusedFinding(suppression, source))] : left;
}

function suppressionsIn(path: string, source: string): Suppression[] {
  if (!source.includes('digkit-disable')) return [];
  const pattern = /(?<=^|[ \t])#[ \t]*digkit-disable-(next-line|file)\b([ \t,\w-]*)/gm;
  return [...source.matchAll(pattern)].map((match) => {
    const start = match.index;
    const end = start + match[0].trimEnd().length;
    const rules = (match[2] ?? '').split(/[\s,]+/).filter(Boolean);
    if (match[1] === 'file') return { path, start, end, rules, from: 0, to: source.length };
    const from = lineEnd(source, end);
    return { path, start, end, rules, from, to: lineEnd(source, from) };
  });
}

/** Behind the line break of the line that holds `offset`. */
function lineEnd(source: string, offset: number): number {
  const end = source.indexOf('\n', offset);
  return end < 0 ? source.length + 1 : end + 1;
}

function covers({ rules, from, to }: Suppression, finding: Finding): boolean {
  return (
    finding.start >= from && finding.start < Math.max(to, 1) && (rules.length === 0 || rules.includes(finding.rule))
  );
}

function unusedFinding({ path, start, end, rules }: Suppression, source: string): Finding {
  const lineStart = lineStartOf(source, start);
  const alone = source.slice(lineStart, start).trim() === '' && source.slice(end, lineEnd(source, end)).trim() === '';
  const edit = alone
    ? { path, start: lineStart, end: Math.min(lineEnd(source, end), source.length), newText: '' }
    : { path, start, end, newText: '' };
  return {
    rule: unusedSuppression.id,
    severity: unusedSuppression.severity,
    path,
    start,
    end,
    message:
      rules.length === 0
        ? text('This comment switches nothing off: there is no such finding here.')
        : text('This comment switches nothing off: {0} finds nothing here.', rules.join(', ')),
    fixes: [{ title: text('Remove the comment'), edits: [edit], safe: true }],
  };
}
