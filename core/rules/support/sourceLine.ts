import { lineStartOf } from '../../text/lineStart.ts';
import type { Place } from '../finding.ts';

/** A line of a text that YAML cannot read, cut into `key: value` as its author most likely meant it. */
export interface SourceLine {
  readonly start: number;
  readonly text: string;
  /** Where the value begins and ends, its comment left out; undefined where the line has no key with a value. */
  readonly value: { readonly start: number; readonly end: number; readonly text: string } | undefined;
}

const keyAndValue =
  /^([ \t]*(?:- +)*(?:"[^"]*"|'[^']*'|[^\s'"#:{[&*][^:]*?(?::\S[^:]*?)*)[ \t]*:[ \t]+)(\S.*?)(?:[ \t]+#.*)?[ \t]*$/;

/** Nobody meant a longer line as `key: value`; the expression above would try for minutes. */
const longestMeant = 2000;

export function lineAt(source: string, offset: number): SourceLine {
  const start = lineStartOf(source, offset);
  const end = source.indexOf('\n', offset);
  const text = source.slice(start, end < 0 ? source.length : end).replace(/\r$/, '');
  const match = text.length > longestMeant ? undefined : keyAndValue.exec(text);
  if (!match) return { start, text, value: undefined };
  const valueStart = start + (match[1]?.length ?? 0);
  const value = match[2] ?? '';
  return { start, text, value: { start: valueStart, end: valueStart + value.length, text: value } };
}

/** The nearest line above that holds more than blanks and a comment. */
export function lineAbove(source: string, line: SourceLine): SourceLine | undefined {
  for (let at = line; at.start > 0; ) {
    at = lineAt(source, at.start - 1);
    if (!/^[ \t]*(?:#.*)?$/.test(at.text)) return at;
  }
  return undefined;
}

/** The place, at least one character wide where the text has one: an empty one cannot be seen. */
export function visible({ path, start, end }: Place, source: string): Place {
  if (end > start || source.length === 0) return { path, start, end };
  const at = Math.max(0, Math.min(start, source.length) - 1);
  return { path, start: at, end: at + 1 };
}
