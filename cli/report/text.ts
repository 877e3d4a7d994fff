import { printable } from '../printable.ts';
import type { Style } from '../style.ts';
import type { Entry, Report } from './report.ts';

/** However wide the terminal is. */
const widestExcerpt = 200;
/** However narrow it is. */
const narrowest = 30;
/** Before the text of the line, beside its number, and for the dots at both ends. */
const gutter = 9;

/**
 * For a person: each finding with its line and a mark under the place, then the counts.
 *
 *     main.dig:3:5: error: A task can't have more than one operator (operator-twice)
 *       3 |     sh>: ls
 *         |     ^^^
 *
 * @param widest how many columns a line may have
 */
export function textReport(report: Report, style: Style, widest = widestExcerpt): string {
  const blocks = report.entries.map((entry) => block(entry, style, widest));
  return [...blocks, summary(report, style), ''].join('\n');
}

function block(entry: Entry, style: Style, widest: number): string {
  const colour = entry.severity === 'error' ? style.red : entry.severity === 'warning' ? style.yellow : style.blue;
  const [first = '', ...more] = printable(entry.message).split('\n');
  const place = `${printable(entry.path)}:${entry.start.line}:${entry.start.column}`;
  const head = `${style.bold(place)}: ${colour(entry.severity)}: ${first} ${style.dim(`(${entry.rule})`)}`;
  const rest = more.map((line) => `    ${line}`);
  return [head, ...rest, ...excerpt(entry, style, colour, widest), ''].join('\n');
}

/** The line with marks below the place: a part of it where it is wider than the terminal. */
function excerpt(entry: Entry, { dim }: Style, colour: Style['red'], widest: number): string[] {
  if (entry.excerpt === '') return [];
  const number = String(entry.start.line);
  const room = Math.max(narrowest, Math.min(widest, widestExcerpt) - number.length - gutter);
  const from = entry.start.column - 1;
  const until = entry.end.line === entry.start.line ? entry.end.column - 1 : entry.excerpt.length;
  const [first, last] = windowOf(entry.excerpt, from, room);
  const part = (start: number, end: number) => printable(entry.excerpt.slice(start, end));
  const head = first > 0 ? '… ' : '';
  const tail = last < entry.excerpt.length ? ' …' : '';
  const before = head + part(first, from);
  const marked = part(from, Math.max(from, Math.min(until, last)));
  return [
    `  ${dim(`${number} |`)} ${before}${part(from, last)}${tail}`,
    `  ${dim(`${' '.repeat(number.length)} |`)} ${blank(before)}${colour('^'.repeat(Math.max(1, columnsOf(marked))))}`,
  ];
}

/** From where to where a line is shown: from its beginning, where the place is seen so. */
function windowOf(line: string, place: number, room: number): [number, number] {
  const first = place < room - 10 ? 0 : place - Math.floor(room / 3);
  const isHalf = (at: number) => /[\udc00-\udfff]/.test(line[at] ?? '');
  const start = isHalf(first) ? first - 1 : first;
  const end = Math.min(line.length, start + room);
  return [start, isHalf(end) ? end - 1 : end];
}

/** Blanks as wide as the text, tabs kept. */
function blank(shown: string): string {
  return shown
    .split('\t')
    .map((piece) => ' '.repeat(columnsOf(piece)))
    .join('\t');
}

/** How many columns of a terminal a text takes: characters of East Asia and emoji take two, marks on others none. */
function columnsOf(shown: string): number {
  let columns = 0;
  for (const character of shown) {
    if (/\p{Mn}|\p{Me}|\u200d|\ufe0f/u.test(character)) continue;
    columns += wide.test(character) ? 2 : 1;
  }
  return columns;
}

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1f64f}\u{1f680}-\u{1faff}\u{20000}-\u{3fffd}]/u;

function summary({ files, entries }: Report, style: Style): string {
  const count = (severity: Entry['severity']) => entries.filter((entry) => entry.severity === severity).length;
  const [errors, warnings] = [count('error'), count('warning')];
  const rest = entries.length - errors - warnings;
  const checked = `${plural(files, 'file')} checked`;
  if (entries.length === 0) return `${style.green('No problems')}: ${checked}.`;
  const parts = [plural(errors, 'error'), plural(warnings, 'warning'), ...(rest > 0 ? [plural(rest, 'hint')] : [])];
  const fixable = entries.filter((entry) => entry.fixable).length;
  const fix = fixable > 0 ? ` ${plural(fixable, 'problem')} can be mended by --fix.` : '';
  return `${parts.join(', ')}: ${checked}.${fix}`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
