import { lineStartOf } from '../../../core/text/lineStart.ts';
import type { Level } from './surroundings.ts';

/** What the lines around a place say by their indentation. */
export interface Around {
  /** The keys around the place, outermost first. */
  readonly levels: readonly Level[];
  /** The other keys of the map in which the place is. */
  readonly keys: readonly string[];
  /** The other items of the list in which the place is, as far as they are plain texts. */
  readonly items: readonly string[];
  /** The key whose block text the place is in; its line's start. */
  readonly blockText: { readonly key: string; readonly lineStart: number } | undefined;
}

/** A key with its colon at the begin of a line, behind indentation and dashes. */
export const keyLine =
  /^((?:[ ]|-[ ])*)(?:"([^"]*)"|'([^']*)'|([^\s#'"{[&*!|>%@`-][^#]*?|-[^\s#][^#]*?|!include))[ ]*:(?=[ ]|\r?$)/;

export function keyOf(match: RegExpExecArray): string {
  return (match[2] ?? match[3] ?? match[4] ?? '').trim();
}

interface Line {
  readonly text: string;
  readonly start: number;
}

const [space, newline, hash, dash] = [32, 10, 35, 45];

/**
 * Goes up from a line, and down as far as its map reaches, by indentation. A `- ` before a key counts as indentation of its map.
 * @param written the line's own indentation and dashes
 */
export function linesAround(text: string, lineStart: number, written: string): Around {
  // innermost first, and of each map the nearest key first, until all lines were met: putting in front of thousands takes its time
  const owners: Owner[] = [];
  const keys: string[] = [];
  const items: string[] = [];
  let siblings = keys;
  let inList = written.includes('-');
  let listDepth = inList ? written.lastIndexOf('-') : -1;
  let depth = inList ? listDepth : written.length;
  let blockText: Around['blockText'];
  let isNearest = true;
  for (const line of linesAbove(text, lineStart, () => depth)) {
    const { width, lastDash } = indentation(line.text);
    if (isNearest && lastDash === listDepth && listDepth >= 0) items.push(line.text.slice(width).trim());
    if (width > depth) continue;
    const key = keyLine.exec(line.text);
    if (width === depth && !inList) {
      if (key) siblings.push(keyOf(key));
    } else if (key) {
      if (isNearest && /:[ ]+(?:[!&]\S+[ ]+)*[|>][-+\d]*[ ]*(?:#.*)?\r?$/.test(line.text)) {
        blockText = { key: keyOf(key), lineStart: line.start };
      }
      siblings = [keyOf(key)];
      owners.push({ key: keyOf(key), above: siblings, lineStart: line.start, width });
      isNearest = false;
    } else {
      continue;
    }
    inList = lastDash >= 0;
    depth = inList ? lastDash : width;
    if (inList && isNearest) listDepth = depth;
  }
  const further = listDepth >= 0 ? itemsBelow(text, lineStart, listDepth) : [];
  return {
    levels: levelsOf(text, owners.reverse()),
    keys: keys.reverse().concat(keysBelow(text, lineStart, written.length)),
    items: items
      .reverse()
      .concat(further)
      .filter((item) => item !== ''),
    blockText,
  };
}

/** A key around the place. */
interface Owner {
  readonly key: string;
  /** It and the keys of its map above it, from below. */
  readonly above: readonly string[];
  readonly lineStart: number;
  readonly width: number;
}

/** @param owners outermost first */
function levelsOf(text: string, owners: readonly Owner[]): Level[] {
  // at the top there may be very many keys, and what stands below a key says nothing about it
  const inner = owners.filter(({ width }) => width > 0);
  const later = laterKeys(text, inner);
  return owners.map((owner) => {
    const above = owner.above.toReversed();
    return { key: owner.key, siblings: [...above, ...(later.get(owner) ?? [])], earlier: above.slice(0, -1) };
  });
}

/** The keys of each owner's map below it, found in one walk down: owners nest as deep as a text does, each further right than the one around it. */
function laterKeys(text: string, owners: readonly Owner[]): ReadonlyMap<Owner, readonly string[]> {
  const later = new Map<Owner, string[]>(owners.map((owner) => [owner, []]));
  const open: Owner[] = [];
  let met = 0;
  for (const { line, start, width } of linesBelow(text, owners[0]?.lineStart ?? text.length)) {
    for (let next = owners[met]; next && next.lineStart < start; next = owners[met]) {
      open.push(next);
      met++;
    }
    while ((open.at(-1)?.width ?? 0) > width) open.pop();
    const owner = open.at(-1);
    if (!owner && met === owners.length) break;
    if (owner?.width !== width || isItem(line, width)) continue;
    const key = keyInMap(line);
    if (key === undefined) open.pop();
    else later.get(owner)?.push(key);
  }
  return later;
}

function indentation(line: string): { readonly width: number; readonly lastDash: number } {
  const before = /^(?:[ ]|-[ ])*/.exec(line)?.[0] ?? '';
  return { width: before.length, lastDash: before.lastIndexOf('-') };
}

/** The lines above that are neither empty nor comments, nor indented deeper than what is looked for. */
function* linesAbove(text: string, lineStart: number, depth: () => number): Generator<Line> {
  for (let end = lineStart - 1; end >= 0; ) {
    const start = lineStartOf(text, end);
    let first = start;
    while (text.charCodeAt(first) === space) first++;
    const code = text.charCodeAt(first);
    const isDeeper = first - start > depth() && code !== dash;
    if (!isDeeper && code !== hash && code !== newline && code !== 13 && first < end) {
      yield { text: text.slice(start, end), start };
    }
    end = start - 1;
  }
}

/** The keys of the same map below a line. */
function keysBelow(text: string, lineStart: number, indent: number): string[] {
  const keys: string[] = [];
  for (const { line, width } of linesBelow(text, lineStart)) {
    if (width > indent || (width === indent && isItem(line, width))) continue;
    const key = width < indent ? undefined : keyInMap(line);
    if (key === undefined) break;
    keys.push(key);
  }
  return keys;
}

/** A list may stand at the column of its key. */
function isItem(line: string, width: number): boolean {
  return /^-(?:[ ]|\r?$)/.test(line.slice(width));
}

/** The key of a line that begins no item of a list. */
function keyInMap(line: string): string | undefined {
  const key = keyLine.exec(line);
  return key && !key[1]?.includes('-') ? keyOf(key) : undefined;
}

function itemsBelow(text: string, lineStart: number, listDepth: number): string[] {
  const items: string[] = [];
  for (const { line, width } of linesBelow(text, lineStart)) {
    if (width > listDepth) continue;
    if (width < listDepth || line[width] !== '-') break;
    items.push(line.slice(width + 1).trim());
  }
  return items;
}

interface LineBelow {
  readonly line: string;
  readonly start: number;
  readonly width: number;
}

function* linesBelow(text: string, lineStart: number): Generator<LineBelow> {
  for (let start = text.indexOf('\n', lineStart) + 1; start > 0; start = text.indexOf('\n', start) + 1) {
    let first = start;
    while (text.charCodeAt(first) === space) first++;
    const code = text.charCodeAt(first);
    if (code === hash || code === newline || code === 13 || first >= text.length) continue;
    const end = text.indexOf('\n', first);
    yield { line: text.slice(start, end < 0 ? text.length : end), start, width: first - start };
  }
}
