import { lineStartOf } from '../../../core/text/lineStart.ts';
import { keyLine, keyOf, linesAround } from './blockLines.ts';
import { flowAt } from './flow.ts';
import type { Level } from './surroundings.ts';

/** What is being typed at a place, told from the text alone: right also where it is broken or half-typed. */
export interface Typed {
  /** The keys around the place, outermost first. */
  readonly levels: readonly Level[];
  /** The other keys of the map in which the cursor is. */
  readonly keys: readonly string[];
  /** The other items of the list in which it is. */
  readonly items: readonly string[];
  /** What is typed so far: a key (or an item of a list), a value, or JavaScript inside `${`. */
  readonly kind: 'key' | 'value' | 'expression';
  /** The key whose value is typed. */
  readonly key?: string;
  /** An item of a list may stand here. */
  readonly isItem: boolean;
  readonly inFlow: boolean;
  /** The mark in which the value, or the whole text around the expression, is written. */
  readonly quote: '' | '"' | "'";
  /** Offsets of what is typed and would be replaced. */
  readonly start: number;
  readonly end: number;
  /** Of an expression: where its JavaScript begins. */
  readonly script?: number;
}

type Around = Pick<Typed, 'levels' | 'keys' | 'items'>;

/** @returns undefined in comments, in block texts outside of `${`, and in the blanks before something that is written already */
export function typedAt(text: string, offset: number): Typed | undefined {
  const lineStart = lineStartOf(text, offset);
  const prefix = text.slice(lineStart, offset);
  if (/^\s*#/.test(prefix)) return undefined;
  const flow = flowAt(text, offset);
  if (flow) return typedInFlow(text, offset, flow);
  const written = /^(?:[ ]|-[ ])*/.exec(prefix)?.[0] ?? '';
  const { blockText, ...around } = linesAround(text, lineStart, written);
  const pair = blockText ? null : keyLine.exec(prefix);
  const script = scriptStart(text, blockText?.lineStart ?? lineStart, offset);
  if (script !== undefined) {
    const key = blockText?.key ?? (pair ? keyOf(pair) : undefined);
    return expression(text, offset, blockText ? withoutLast(around) : around, { script, key, inFlow: false });
  }
  if (blockText || /\s#/.test(prefix.slice(pair?.[0].length ?? 0))) return undefined;
  if (pair) {
    const begin = lineStart + pair[0].length;
    const start = begin + (/^[ ]*/.exec(prefix.slice(pair[0].length))?.[0].length ?? 0);
    return value(text, offset, around, { key: keyOf(pair), start, isItem: false, inFlow: false });
  }
  const isKey = /^["']?[\w+>!.-]*$/.test(prefix.slice(written.length));
  return isKey ? key(text, offset, around, { from: lineStart + written.length, written }) : undefined;
}

function typedInFlow(text: string, offset: number, flow: NonNullable<ReturnType<typeof flowAt>>): Typed | undefined {
  const lineStart = lineStartOf(text, flow.start);
  const before = text.slice(lineStart, flow.start);
  const written = /^(?:[ ]|-[ ])*/.exec(before)?.[0] ?? '';
  const { levels, keys, blockText } = linesAround(text, lineStart, written);
  if (blockText) return undefined;
  const owner = keyLine.exec(before);
  const own = owner ? [{ key: keyOf(owner), siblings: [...keys, keyOf(owner)], earlier: keys }] : [];
  const around: Around = { levels: [...levels, ...own, ...flow.levels], keys: flow.keys, items: flow.items };
  const script = scriptStart(text, flow.entryStart, offset);
  if (script !== undefined) return expression(text, offset, around, { script, key: flow.key, inFlow: true });
  const inner = flow.key ?? (flow.inMap ? undefined : around.levels.at(-1)?.key);
  if (inner !== undefined) {
    const up = flow.key === undefined ? withoutLast(around) : around;
    return value(text, offset, up, { key: inner, start: flow.entryStart, isItem: !flow.inMap, inFlow: true });
  }
  if (!/^["']?[\w+>!.-]*$/.test(text.slice(flow.entryStart, offset))) return undefined;
  const typed = key(text, offset, around, { from: flow.entryStart, written: '' });
  return typed && { ...typed, inFlow: true };
}

/** Of a value that is a list: the place is that of its key. */
function withoutLast({ levels, items }: Around): Around {
  const last = levels.at(-1);
  return { levels: levels.slice(0, -1), keys: last?.siblings.filter((one) => one !== last.key) ?? [], items };
}

function key(
  text: string,
  offset: number,
  around: Around,
  { from, written }: { readonly from: number; readonly written: string },
): Typed | undefined {
  const word = wordAt(text, offset, /[\w+>!.-]/, from);
  if (word.start === word.end && isBeforeOther(text, offset)) return undefined;
  const mark = text[from];
  const quote = (mark === '"' || mark === "'") && from < offset ? mark : '';
  const closing = quote !== '' && text[word.end] === quote ? 1 : 0;
  const span = quote === '' ? word : { start: from, end: word.end + closing };
  return { ...around, kind: 'key', isItem: written.endsWith('- '), inFlow: false, quote, ...span };
}

/** Whether something else follows behind blanks: a key that is put in between, as into an indentation, would run into it. */
function isBeforeOther(text: string, offset: number): boolean {
  const lineEnd = text.indexOf('\n', offset);
  return /^[ ]+[^\s#,\]}]/.test(text.slice(offset, lineEnd < 0 ? text.length : lineEnd));
}

function value(
  text: string,
  offset: number,
  around: Around,
  { key, start, isItem, inFlow }: { key: string; start: number; isItem: boolean; inFlow: boolean },
): Typed {
  const mark = text[start];
  const quote = (mark === '"' || mark === "'") && start < offset ? mark : '';
  const line = /^[^\r\n]*/.exec(text.slice(offset))?.[0] ?? '';
  const rest =
    quote === '' ? (inFlow ? /^[^,\]}]*?(?=\s*(?:[,\]}]|$))/ : /^.*?(?=\s+#|\s*$)/) : new RegExp(`^[^${quote}]*`);
  const end = offset + (rest.exec(line)?.[0].length ?? 0);
  return { ...around, kind: 'value', key, isItem, inFlow, quote, start: start + quote.length, end };
}

function expression(
  text: string,
  offset: number,
  around: Around,
  { script, key, inFlow }: { script: number; key: string | undefined; inFlow: boolean },
): Typed {
  const word = wordAt(text, offset, /[\w$]/, script);
  const line = text.slice(lineStartOf(text, script), script);
  const mark = /(?:^|[\s,[{])(["'])[^"']*$/.exec(line)?.[1];
  const quote = mark === '"' || mark === "'" ? mark : '';
  return {
    ...around,
    kind: 'expression',
    isItem: false,
    inFlow,
    quote,
    script,
    ...word,
    ...(key !== undefined && { key }),
  };
}

/** Where the JavaScript begins in which a place is: behind the last `${` whose braces, counted blindly as Digdag counts them, are open. */
function scriptStart(text: string, from: number, offset: number): number | undefined {
  for (let at = text.lastIndexOf('${', offset); at >= from; at = at > 0 ? text.lastIndexOf('${', at - 1) : -1) {
    if (at + 2 > offset) continue;
    let depth = 0;
    for (let index = at + 1; index < offset && (depth > 0 || index === at + 1); index++) {
      if (text[index] === '{') depth++;
      else if (text[index] === '}') depth--;
    }
    if (depth > 0) return at + 2;
  }
  return undefined;
}

function wordAt(
  text: string,
  offset: number,
  part: RegExp,
  from = 0,
): { readonly start: number; readonly end: number } {
  let start = offset;
  let end = offset;
  while (start > from && part.test(text[start - 1] ?? '')) start--;
  while (part.test(text[end] ?? '')) end++;
  return { start, end };
}
