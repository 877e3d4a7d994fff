import { countAtFront } from '../sorted.ts';
import { lineStartOf } from '../text/lineStart.ts';
import { text } from '../text/text.ts';
import type { Finding, Fix, Place, Severity } from './finding.ts';
import { unusedSuppression } from './unused-suppression.ts';

/** A comment that switches rules off: `# digkit-disable-next-line RULE` or `# digkit-disable-file RULE`; without names every rule. */
interface Suppression extends Place {
  /** Empty: every rule. */
  readonly rules: readonly string[];
  readonly isOfFile: boolean;
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
  const byFile = new Map([[path, new Suppressions(path, source)]]);
  const suppressionsOf = (file: string): Suppressions => {
    const known = byFile.get(file) ?? new Suppressions(file, textOf(file));
    byFile.set(file, known);
    return known;
  };
  const used = new Map<Suppression, Set<string>>();
  const left = findings.filter((finding) => {
    const by = suppressionsOf(finding.path).of(finding);
    for (const suppression of by) used.set(suppression, (used.get(suppression) ?? new Set()).add(finding.rule));
    return by.length === 0;
  });
  const severity = severities[unusedSuppression.id] ?? unusedSuppression.severity;
  if (!reportUnused || severity === 'off') return left;
  const unused = suppressionsOf(path).all.flatMap((suppression) => {
    const { rules } = suppression;
    const vain = rules.filter((rule) => !used.get(suppression)?.has(rule) && severities[rule] !== 'off');
    const isUnused = rules.length === 0 ? !used.has(suppression) : vain.length > 0;
    return isUnused ? [{ severity, ...unusedFinding(suppression, vain, source) }] : [];
  });
  return [...left, ...unused];
}

/** The comments of a text that switch rules off. */
class Suppressions {
  readonly all: readonly Suppression[];
  readonly #ofFile: readonly Suppression[];
  /** In the order of their lines, of which each has one. */
  readonly #ofLines: readonly Suppression[];

  constructor(path: string, source: string) {
    this.all = suppressionsIn(path, source);
    this.#ofFile = this.all.filter(({ isOfFile }) => isOfFile);
    this.#ofLines = this.all.filter(({ isOfFile }) => !isOfFile);
  }

  /** Those that take a finding away. */
  of({ start, rule }: Finding): Suppression[] {
    const at = this.#before(start);
    const ofLine = at && start < Math.max(at.to, 1) ? [at] : [];
    return [...this.#ofFile, ...ofLine].filter(({ rules }) => rules.length === 0 || rules.includes(rule));
  }

  /** The last that is about a line which begins at a place or before it. */
  #before(place: number): Suppression | undefined {
    return this.#ofLines[countAtFront(this.#ofLines, ({ from }) => from <= place) - 1];
  }
}

function suppressionsIn(path: string, source: string): Suppression[] {
  if (!source.includes('digkit-disable')) return [];
  const pattern = /(?<=^|[ \t])(#[ \t]*digkit-disable-(next-line|file)\b([ \t,\w-]*)).*$/gm;
  return [...source.matchAll(pattern)].map((match) => {
    const start = match.index;
    const end = start + (match[1] ?? '').trimEnd().length;
    const isOfFile = match[2] === 'file';
    const from = isOfFile ? 0 : lineEnd(source, end);
    const to = isOfFile ? source.length : lineEnd(source, from);
    return { path, start, end, rules: (match[3] ?? '').split(/[\s,]+/).filter(Boolean), isOfFile, from, to };
  });
}

/** Behind the line break of the line that holds `offset`. */
function lineEnd(source: string, offset: number): number {
  const end = source.indexOf('\n', offset);
  return end < 0 ? source.length + 1 : end + 1;
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
