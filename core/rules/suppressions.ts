import { lineStartOf } from '../text/lineStart.ts';
import { text } from '../text/text.ts';
import type { Finding, Fix, Place, Severity } from './finding.ts';
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
  /** Adds a finding for each comment, or name in one, that switched nothing off. */
  readonly reportUnused: boolean;
  /** By rule id, as settings give them. A comment that names a rule which is off anyway is not said to be unused. */
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  /** The text of another file in which something was found. */
  textOf(path: string): string;
}

/** The findings that no comment in the text of their file switches off. */
export function suppress(
  path: string,
  source: string,
  findings: readonly Finding[],
  { reportUnused, severities, textOf }: SuppressOptions,
): Finding[] {
  const byFile = new Map([[path, suppressionsIn(path, source)]]);
  const suppressionsOf = (file: string): readonly Suppression[] => {
    const known = byFile.get(file) ?? suppressionsIn(file, textOf(file));
    byFile.set(file, known);
    return known;
  };
  const used = new Map<Suppression, Set<string>>();
  const left = findings.filter((finding) => {
    const by = suppressionsOf(finding.path).filter((suppression) => covers(suppression, finding));
    for (const suppression of by) used.set(suppression, (used.get(suppression) ?? new Set()).add(finding.rule));
    return by.length === 0;
  });
  const severity = severities[unusedSuppression.id] ?? unusedSuppression.severity;
  if (!reportUnused || severity === 'off') return left;
  const unused = suppressionsOf(path).flatMap((suppression) => {
    const { rules } = suppression;
    const vain = rules.filter((rule) => !used.get(suppression)?.has(rule) && severities[rule] !== 'off');
    const isUnused = rules.length === 0 ? !used.has(suppression) : vain.length > 0;
    return isUnused ? [{ severity, ...unusedFinding(suppression, vain, source) }] : [];
  });
  return [...left, ...unused];
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

/** @param vain the rules of the comment that it names without need */
function unusedFinding(suppression: Suppression, vain: readonly string[], source: string): Omit<Finding, 'severity'> {
  const { path, start, end, rules } = suppression;
  const isWhole = vain.length === rules.length;
  return {
    rule: unusedSuppression.id,
    path,
    start,
    end,
    message:
      rules.length === 0
        ? text('This comment switches nothing off: there is no such finding here.')
        : isWhole
          ? text('This comment switches nothing off: {0} finds nothing here.', vain.join(', '))
          : text('This comment names {0} in vain: nothing is found here.', vain.join(', ')),
    fixes: [isWhole ? removed(suppression, source) : shortened(suppression, vain, source)],
  };
}

function removed({ path, start, end }: Suppression, source: string): Fix {
  const lineStart = lineStartOf(source, start);
  const alone = source.slice(lineStart, start).trim() === '' && source.slice(end, lineEnd(source, end)).trim() === '';
  const edit = alone
    ? { path, start: lineStart, end: Math.min(lineEnd(source, end), source.length), newText: '' }
    : { path, start, end, newText: '' };
  return { title: text('Remove the comment'), edits: [edit], safe: true };
}

function shortened({ path, start, end, rules }: Suppression, vain: readonly string[], source: string): Fix {
  const head = /^#[ \t]*digkit-disable-(?:next-line|file)/.exec(source.slice(start, end))?.[0] ?? '';
  const newText = `${head} ${rules.filter((rule) => !vain.includes(rule)).join(', ')}`;
  return {
    title: text('Remove {0} from the comment', vain.join(', ')),
    edits: [{ path, start, end, newText }],
    safe: true,
  };
}
