import type { LocatedEntry } from '../../project/located.ts';
import { lineBreakOf, lineStartOf } from '../../text/lineStart.ts';
import { type Text, text } from '../../text/text.ts';
import type { Fix, TextEdit } from '../finding.ts';
import type { RuleContext } from '../rule.ts';

/** What edits need to know of the checked file. */
type Source = Pick<RuleContext, 'path' | 'text'>;

/** The text with which a file is written, where the rule may change it: fixes change the checked file only. */
function isOwn({ path }: Source, entry: LocatedEntry | null): entry is LocatedEntry {
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
export function linesOf(context: Source, entry: LocatedEntry): Lines | undefined {
  if (!isOwn(context, entry)) return undefined;
  return linesFrom(context.text, entry.keyStart, Math.max(entry.value.end, entry.keyEnd + 1));
}

/** The lines from a first character to behind a last one, where nothing else stands on them. */
export function linesFrom(source: string, first: number, last: number): Lines | undefined {
  const start = lineStartOf(source, first);
  const indent = source.slice(start, first);
  if (!/^ *$/.test(indent)) return undefined;
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

/** Moves lines to the start of another line; `indent` takes the place of their own, where it is given. */
export function movedLines(context: RuleContext, lines: Lines, to: number, indent = lines.indent): TextEdit[] {
  const { path, text: source } = context;
  const ending = lineBreak(context);
  const written = source.slice(lines.start, lines.end);
  const deeper = indent.length - lines.indent.length;
  const moved = written
    .split(/(?<=\n)/)
    .map((line) => (/^\r?\n?$/.test(line) ? line : reindented(line, deeper)))
    .join('');
  const head = to > 0 && source[to - 1] !== '\n' ? ending : '';
  const newText = head + (moved.endsWith('\n') ? moved : moved + ending);
  return [
    { path, start: lines.start, end: lines.end, newText: '' },
    { path, start: to, end: to, newText },
  ];
}

function reindented(line: string, deeper: number): string {
  return deeper >= 0 ? ' '.repeat(deeper) + line : line.replace(new RegExp(`^ {0,${-deeper}}`), '');
}

/** Where a new entry of a map that is written in lines belongs: behind the last, indented as the first; undefined of others. */
function endOfMap(context: RuleContext, owner: LocatedEntry | undefined): { at: number; indent: string } | undefined {
  const lines = owner && linesOf(context, owner);
  const [first] = owner?.value.kind === 'map' ? owner.value.entries.values() : [];
  const indent = first && linesOf(context, first)?.indent;
  return lines && indent !== undefined && indent.length > lines.indent.length ? { at: lines.end, indent } : undefined;
}

/** Moves a key with its value to the end of a map; nothing where one of them is not written in lines. */
export function moveInto(context: RuleContext, entry: LocatedEntry, owner: LocatedEntry | undefined): TextEdit[] {
  const lines = linesOf(context, entry);
  const to = endOfMap(context, owner);
  return lines && to ? movedLines(context, lines, to.at, to.indent) : [];
}

/** Gives the workflow a variable: in the `_export` at its top, which the fix makes where there is none. */
export function addExport(context: RuleContext, name: string, value: string): Fix[] {
  const { path, config, text: source, document } = context;
  if (!config || config.path !== path || document.root?.kind !== 'mapping' || document.root.flow) return [];
  const exported = config.entries.get('_export');
  const to = endOfMap(context, exported);
  if (exported && !to) return [];
  const ending = lineBreak(context);
  const at = to?.at ?? document.root.start;
  if (!to && !/(?:^|\n)$/.test(source.slice(0, at).replace(/^\uFEFF/, ''))) return [];
  const head = to && source[at - 1] !== '\n' ? ending : '';
  const newText = to
    ? `${head}${to.indent}${name}: ${value}${ending}`
    : `_export:${ending}  ${name}: ${value}${ending}${ending}`;
  return [{ title: text('Add {0} to _export', name), edits: [{ path, start: at, end: at, newText }], safe: false }];
}

/** The line break that the file uses. */
export function lineBreak({ text: source }: Source): string {
  return lineBreakOf(source);
}
