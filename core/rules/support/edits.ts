import type { LocatedEntry } from '../../project/located.ts';
import { type Text, text } from '../../text/text.ts';
import type { Fix, TextEdit } from '../finding.ts';
import type { RuleContext } from '../rule.ts';

/** The text with which a file is written, where the rule may change it: fixes change the checked file only. */
function isOwn({ path }: RuleContext, entry: LocatedEntry | null): entry is LocatedEntry {
  return entry !== null && entry.path === path && entry.value.path === path;
}

/** Gives a key another name; one in quotes keeps its quotes. */
export function renameKey(context: RuleContext, entry: LocatedEntry | null, name: string, safe = false): Fix[] {
  if (!isOwn(context, entry)) return [];
  const mark = /^['"]/.exec(context.text.slice(entry.keyStart, entry.keyEnd))?.[0] ?? '';
  const newText = mark + name + mark;
  const edit = { path: entry.path, start: entry.keyStart, end: entry.keyEnd, newText };
  return [{ title: text('Change to {0}', name), edits: [edit], safe }];
}

/** Replaces a value; `newText` as it will stand in the file. */
export function replaceValue(context: RuleContext, entry: LocatedEntry | null, newText: string, safe = false): Fix[] {
  if (!isOwn(context, entry)) return [];
  const { path, start, end } = entry.value;
  return [{ title: text('Change to {0}', newText), edits: [{ path, start, end, newText }], safe }];
}

/** Takes a key with its value away, with the lines that it fills. */
export function removeEntry(context: RuleContext, entry: LocatedEntry | null, title: Text): Fix[] {
  const lines = entry && linesOf(context, entry);
  if (!lines) return [];
  return [{ title, edits: [{ path: context.path, ...lines, newText: '' }], safe: false }];
}

/** Whole lines of a text, the last with its line break. */
export interface Lines {
  readonly start: number;
  readonly end: number;
  /** The blanks before the first character. */
  readonly indent: string;
}

/** The lines of an entry that fills whole lines (no flow style, nothing else on them); undefined of others. */
export function linesOf(context: RuleContext, entry: LocatedEntry): Lines | undefined {
  if (!isOwn(context, entry)) return undefined;
  const source = context.text;
  const start = source.lastIndexOf('\n', entry.keyStart - 1) + 1;
  const indent = source.slice(start, entry.keyStart);
  if (!/^ *$/.test(indent)) return undefined;
  const last = Math.max(entry.value.end, entry.keyEnd + 1);
  const end = source[last - 1] === '\n' ? last : source.indexOf('\n', last) + 1 || source.length;
  const rest = source.slice(last, end);
  return /^[ \t]*(?:#.*)?(?:\r?\n)?$/.test(rest) ? { start, end, indent } : undefined;
}

/** Moves lines two blanks to the right. */
export function indented(context: RuleContext, { start, end }: Pick<Lines, 'start' | 'end'>): TextEdit[] {
  const edits: TextEdit[] = [];
  for (let at = start; at < end; ) {
    const next = context.text.indexOf('\n', at) + 1 || end;
    if (!/^\r?\n/.test(context.text.slice(at, at + 2))) {
      edits.push({ path: context.path, start: at, end: at, newText: '  ' });
    }
    at = next;
  }
  return edits;
}

/** The line break that the file uses. */
export function lineBreak({ text: source }: RuleContext): string {
  return source.includes('\r\n') ? '\r\n' : '\n';
}
