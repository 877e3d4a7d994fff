/** One step of `moment(x).add(1, 'd')`: a name, or a literal, and whether it is called. */
export interface Link {
  readonly name: string;
  readonly literal?: 'array' | 'number' | 'string';
  readonly called: boolean;
  /** How many arguments the call has. */
  readonly given: number;
}

/** A call whose parentheses are open at a place. */
export interface OpenCall {
  readonly chain: readonly Link[];
  /** Which argument the place is in. */
  readonly argument: number;
}

/** Where a place is in JavaScript that may be half-typed. */
export interface ScriptPlace {
  /** Behind a dot: what stands before it, as far as it can be told. */
  readonly behind: readonly Link[] | undefined;
  /** Inside of a quoted text: where it begins. */
  readonly quote: number | undefined;
  readonly call: OpenCall | undefined;
}

interface Frame {
  readonly bracket: string;
  readonly chain: Link[] | undefined;
  argument: number;
  isEmpty: boolean;
}

const token = /\s+|[A-Za-z_$][\w$]*|\d[\w.]*|"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|[\s\S]/g;

/** @param script the JavaScript up to the word that is typed */
export function scriptPlace(script: string): ScriptPlace {
  const frames: Frame[] = [];
  let chain: Link[] | undefined;
  let afterDot = false;
  let quote: number | undefined;
  for (const match of script.matchAll(token)) {
    const [word] = match;
    const frame = frames.at(-1);
    if (/^\s/.test(word)) continue;
    if (frame && !/^[)\]}]/.test(word)) frame.isEmpty = false;
    if (/^["']/.test(word)) {
      if (word.length === 1 || !word.endsWith(word[0] ?? '')) quote = match.index;
      chain = [literal('string')];
    } else if (/^\d/.test(word)) chain = [literal('number')];
    else if (/^[A-Za-z_$]/.test(word)) {
      const link: Link = { name: word, called: false, given: 0 };
      chain = afterDot && chain ? [...chain, link] : afterDot ? undefined : [link];
    } else if (word === '(' || word === '[' || word === '{') {
      frames.push({ bracket: word, chain, argument: 0, isEmpty: true });
      chain = undefined;
    } else if (word === ')' || word === ']' || word === '}') chain = closed(frames.pop(), chain);
    else if (word !== '.') {
      if (word === ',' && frame) frame.argument++;
      chain = undefined;
    }
    afterDot = word === '.';
  }
  const open = frames.findLast(({ bracket, chain: called }) => bracket === '(' && called !== undefined);
  return {
    behind: afterDot ? (chain ?? []) : undefined,
    quote,
    call: open?.chain && { chain: open.chain, argument: open.argument },
  };
}

function closed(frame: Frame | undefined, inner: Link[] | undefined): Link[] | undefined {
  if (frame?.bracket === '(') {
    const last = frame.chain?.at(-1);
    if (!frame.chain || !last) return inner;
    return [...frame.chain.slice(0, -1), { ...last, called: true, given: frame.isEmpty ? 0 : frame.argument + 1 }];
  }
  return frame?.bracket === '[' && !frame.chain ? [literal('array')] : undefined;
}

function literal(kind: 'array' | 'number' | 'string'): Link {
  return { name: '', literal: kind, called: false, given: 0 };
}
