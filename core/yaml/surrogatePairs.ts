/** Counts the surrogate pairs between two places: what tells UTF-16 units from code points. Most texts have none, and cost nothing. */
export class SurrogatePairs {
  /** How many stand before each block of 32 units; empty where the text has none. */
  private counts: Uint32Array | undefined = undefined;

  constructor(private readonly text: string) {}

  between(start: number, end: number): number {
    return this.before(end) - this.before(start);
  }

  private before(position: number): number {
    this.counts ??= this.count();
    if (this.counts.length === 0) return 0;
    const block = position >> 5;
    let count = this.counts[block] ?? 0;
    for (let index = block << 5; index < position; index++) count += this.endsPair(index);
    return count;
  }

  private count(): Uint32Array {
    const { text } = this;
    if (!/[\ud800-\udbff][\udc00-\udfff]/.test(text)) return new Uint32Array(0);
    const counts = new Uint32Array((text.length >> 5) + 1);
    let count = 0;
    for (let index = 0; index < text.length; index++) {
      if ((index & 31) === 0) counts[index >> 5] = count;
      count += this.endsPair(index);
    }
    if ((text.length & 31) === 0) counts[text.length >> 5] = count;
    return counts;
  }

  private endsPair(index: number): number {
    const { text } = this;
    return (text.charCodeAt(index) & 0xfc00) === 0xdc00 && (text.charCodeAt(index - 1) & 0xfc00) === 0xd800 ? 1 : 0;
  }
}
