import { type Fault, scannerFault } from './fault.ts';
import { SurrogatePairs } from './surrogatePairs.ts';

/** A place where a key without `?` may have begun; only the `:` behind it will tell. */
export interface SimpleKey {
  /** How many `[` and `{` were open. */
  readonly level: number;
  /** The number of its first token, from the start of the text. */
  readonly tokenNumber: number;
  /** It stands where the next key of the block has to stand: without a `:` it is an error. */
  readonly required: boolean;
  readonly position: number;
  readonly lineStart: number;
  readonly column: number;
}

/** The most characters (code points) that may stand between the start of a key and its `:`. */
export const longestKey = 1024;

/**
 * The keys that are still possible: at most one a flow level. A key is taken away when its level is closed, so that they lie in order of
 * level, of place and of token number alike; those that are too old lie at the bottom.
 */
export class SimpleKeys {
  private keys: SimpleKey[] = [];
  private bottom = 0;

  private readonly pairs: SurrogatePairs;

  constructor(text: string) {
    this.pairs = new SurrogatePairs(text);
  }

  get isEmpty(): boolean {
    return this.bottom === this.keys.length;
  }

  /** The token number of the oldest; -1 where there is none. */
  get first(): number {
    return this.keys[this.bottom]?.tokenNumber ?? -1;
  }

  save(key: SimpleKey): void {
    this.keys.push(key);
  }

  /** Takes away the key of a level. */
  take(level: number): SimpleKey | undefined {
    if (this.isEmpty) return undefined;
    const key = this.keys[this.keys.length - 1];
    if (key?.level !== level) return undefined;
    this.keys.pop();
    if (this.isEmpty) this.clear();
    return key;
  }

  clear(): void {
    this.keys.length = 0;
    this.bottom = 0;
  }

  /** Forgets keys that are on another line or too far back; throws where one was required. */
  dropStale(position: number, lineStart: number): void {
    while (this.bottom < this.keys.length) {
      const key = this.keys[this.bottom];
      if (!key || (key.lineStart === lineStart && !this.isFar(key.position, position))) return;
      if (key.required) throw missingColon(key, position);
      this.bottom++;
    }
    this.clear();
  }

  private isFar(from: number, to: number): boolean {
    const units = to - from;
    return units > longestKey && units - this.pairs.between(from, to) > longestKey;
  }
}

export function missingColon(key: SimpleKey, position: number): Fault {
  return scannerFault("could not find expected ':'", position, 'while scanning a simple key', key.position);
}
