import { percentEncoded } from '../text/percentEncoded.ts';
import { Fault, parserFault } from './fault.ts';
import type { Properties } from './node.ts';
import { standardPrefix } from './resolve.ts';
import type { Scanner } from './scanner.ts';
import type { Token } from './token.ts';

/** What the handles of tags stand for: `!!` and those that %TAG lines define. */
export class TagHandles {
  private prefixes = standardHandles();

  /** Reads the `%` lines before a `---`. */
  readDirectives(scanner: Scanner): void {
    const own = new Map<string, string>();
    let version: string | undefined;
    while (scanner.kind() === '<directive>') {
      const token = scanner.next();
      if (token.text === 'YAML') version = readVersion(token, version);
      else if (token.text === 'TAG') readHandle(token, own);
    }
    if (version !== undefined || own.size > 0) this.prefixes = new Map([...standardHandles(), ...own]);
  }

  /** A tag with its handle resolved. */
  resolve(tag: Token, nodeStart: number): string {
    if (tag.extra === undefined) return tag.text;
    const prefix = this.prefixes.get(tag.extra);
    if (prefix !== undefined) return prefix + tag.text;
    throw parserFault(`found undefined tag handle ${tag.extra}`, tag.start, 'while parsing a node', nodeStart);
  }
}

function standardHandles(): Map<string, string> {
  return new Map([
    ['!', '!'],
    ['!!', standardPrefix],
  ]);
}

function readVersion(token: Token, before: string | undefined): string {
  if (before !== undefined) throw parserFault('found duplicate YAML directive', token.start);
  const version = token.extra ?? '';
  if (version.startsWith('1.')) return version;
  throw parserFault('found incompatible YAML document (version 1.* is required)', token.start);
}

function readHandle(token: Token, own: Map<string, string>): void {
  const [handle = '', prefix = ''] = (token.extra ?? '').split(' ');
  if (own.has(handle)) throw parserFault(`duplicate tag handle ${handle}`, token.start);
  own.set(handle, prefix);
}

/** Reads the anchor and the tag before a node, in any order. */
export function readProperties(scanner: Scanner, handles: TagHandles): Properties {
  const first = scanner.next();
  const next = scanner.peek();
  const isPair = first.kind === '<anchor>' ? next.kind === '<tag>' : next.kind === '<anchor>';
  const second = isPair ? scanner.next() : undefined;
  const anchor = first.kind === '<anchor>' ? first : second;
  const tag = first.kind === '<tag>' ? first : second;
  return {
    start: first.start,
    end: (second ?? first).end,
    anchor: anchor?.text,
    tag: tag && scanner.text.slice(tag.start, tag.end),
    fullTag: tag && checkTag(handles.resolve(tag, first.start), tag.start),
  };
}

/** Java's `new Tag(…)` refuses blanks at the ends, which only `%20` can bring, and keeps the tag as a URI (UriEncoder.encode). */
function checkTag(tag: string, start: number): string {
  if (/^[\0- ]|[\0- ]$/.test(tag)) {
    throw new Fault('IllegalArgumentException', 'Tag must not contain leading or trailing spaces.', start);
  }
  return tag.replace(/[^\w.!~*'()@:$&,;=[\]/-]/gu, (character) => percentEncoded(new TextEncoder().encode(character)));
}
