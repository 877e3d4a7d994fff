import { countAtFront } from '../../sorted.ts';

/** From a place to another one, which belongs to it. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/** Parts of a text, kept in order so that it is quick to tell whether another one touches any of thousands. */
export class Ranges {
  /** None of them touches another. */
  readonly #ranges: Range[] = [];

  touches({ start, end }: Range): boolean {
    const first = this.#ranges[this.#firstFrom(start)];
    return first !== undefined && first.start <= end;
  }

  /** Those that it touches become one with it. */
  add({ start, end }: Range): void {
    const at = this.#firstFrom(start);
    let behind = at;
    let all: Range = { start, end };
    for (let next = this.#ranges[behind]; next && next.start <= end; next = this.#ranges[++behind]) {
      all = { start: Math.min(all.start, next.start), end: Math.max(all.end, next.end) };
    }
    this.#ranges.splice(at, behind - at, all);
  }

  /** The first that ends at a place or behind it. */
  #firstFrom(place: number): number {
    return countAtFront(this.#ranges, ({ end }) => end < place);
  }
}
