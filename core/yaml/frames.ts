import type { Node } from './node.ts';
import { emptyScalar, type ParsedMapping, ParsedPair, ParsedSequence } from './nodes.ts';

/**
 * An open collection of the parser, which keeps its own stack so that depth costs no call stack.
 * `pair` is a mapping of one entry inside a flow sequence: `[a: 1]`.
 */
export type FrameKind =
  | 'block mapping'
  | 'block sequence'
  | 'indentless sequence'
  | 'flow mapping'
  | 'flow sequence'
  | 'pair';

export class Frame {
  /** The key whose value is still to come. */
  key: Node | undefined = undefined;
  /** Whether a `,` must come before the next entry of a flow collection. */
  first = true;
  /** What a mapping waits for; `no value`: the key had no `:` on its line, so that its value is empty. */
  state: 'key' | 'value' | 'no value' = 'key';

  constructor(
    readonly kind: FrameKind,
    readonly node: ParsedMapping | ParsedSequence,
    /** Where its first token stands: what messages name. */
    readonly start: number,
    /** Column of a block collection; -1 of others. */
    readonly column: number,
  ) {}

  get isFlow(): boolean {
    return this.kind === 'flow mapping' || this.kind === 'flow sequence' || this.kind === 'pair';
  }

  /** Takes the next child. */
  add(child: Node): void {
    const { node } = this;
    if (node instanceof ParsedSequence) node.items.push(child);
    else if (this.key === undefined) this.key = child;
    else {
      node.pairs.push(new ParsedPair(this.key, child));
      this.key = undefined;
    }
  }

  /** Whether a key has been read whose value has not. */
  get isWaiting(): boolean {
    return this.key !== undefined;
  }

  /** Takes a key that has no value. */
  addKeyAlone(key: Node): void {
    this.add(key);
    this.add(emptyScalar(key.end));
  }

  /** Gives back the child that was taken last, if it begins at `start`. */
  withdraw(start: number): void {
    const { node } = this;
    if (node instanceof ParsedSequence) {
      if (node.items.at(-1)?.start === start) node.items.pop();
    } else if (this.key?.start === start) {
      this.key = undefined;
      this.state = 'key';
    } else if (node.pairs.at(-1)?.value.start === start) {
      this.key = node.pairs.pop()?.key;
    }
  }

  /** Forgets the children that reach beyond a place. */
  dropFrom(position: number): void {
    if (!this.isFlow) return;
    const { node } = this;
    if (this.key && this.key.end > position) this.key = undefined;
    if (node instanceof ParsedSequence) while (reaches(node.items.at(-1), position)) node.items.pop();
    else while (reaches(node.pairs.at(-1)?.value, position)) node.pairs.pop();
  }
}

function reaches(node: Node | undefined, position: number): boolean {
  return node !== undefined && node.end > position;
}
