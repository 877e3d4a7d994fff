import { printable } from '../printable.ts';
import type { Style } from '../style.ts';
import type { Entry, Report } from './report.ts';

const widestExcerpt = 200;

/**
 * For a person: each finding with its line and a mark under the place, then the counts.
 *
 *     main.dig:3:5: error: A task can't have more than one operator (operator-twice)
 *       3 |     sh>: ls
 *         |     ^^^
 */
export function textReport(report: Report, style: Style): string {
  const blocks = report.entries.map((entry) => block(entry, style));
  return [...blocks, summary(report, style), ''].join('\n');
}

function block(entry: Entry, style: Style): string {
  const colour = entry.severity === 'error' ? style.red : entry.severity === 'warning' ? style.yellow : style.blue;
  const [first = '', ...more] = printable(entry.message).split('\n');
  const place = `${printable(entry.path)}:${entry.start.line}:${entry.start.column}`;
  const head = `${style.bold(place)}: ${colour(entry.severity)}: ${first} ${style.dim(`(${entry.rule})`)}`;
  const rest = more.map((line) => `    ${line}`);
  return [head, ...rest, ...excerpt(entry, style, colour), ''].join('\n');
}

function excerpt(entry: Entry, style: Style, colour: (text: string) => string): string[] {
  if (entry.excerpt === '' || entry.start.column > widestExcerpt) return [];
  const shown = printable(entry.excerpt.slice(0, widestExcerpt));
  const number = String(entry.start.line);
  const before = shown.slice(0, entry.start.column - 1).replace(/[^\t]/g, ' ');
  const until = entry.end.line === entry.start.line ? entry.end.column - 1 : shown.length;
  const width = Math.max(1, Math.min(until, shown.length) - entry.start.column + 1);
  return [
    `  ${style.dim(`${number} |`)} ${shown}`,
    `  ${style.dim(`${' '.repeat(number.length)} |`)} ${before}${colour('^'.repeat(width))}`,
  ];
}

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
