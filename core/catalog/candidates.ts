import { manyCandidates, Nearest } from './nearest.ts';

interface Numbered {
  readonly word: string;
  readonly at: number;
}

/** Words among which slips are looked for again and again: sorted once, so that a slip costs no look at each of them. */
export class Candidates {
  readonly size: number;
  readonly #all: readonly Numbered[];
  readonly #alike = new Map<string, Numbered[]>();

  /** @param isMeant which of the words count; they keep the numbers that they have among all */
  constructor(words: Iterable<string>, isMeant: (word: string) => boolean) {
    this.#all = Array.from(words, (word, at) => ({ word, at })).filter(({ word }) => isMeant(word));
    this.size = this.#all.length;
    for (const one of this.#all) {
      const kind = kindOf(one.word[0], one.word.length);
      const known = this.#alike.get(kind);
      if (known) known.push(one);
      else this.#alike.set(kind, [one]);
    }
  }

  /** Compares a word with those whose numbers are smaller than `until`. */
  compareAll(best: Nearest, until: number): void {
    for (const { word, at } of this.#all) if (at < until) best.compare(word);
  }

  /** The same with those only that begin alike and are about as long: some hundreds at most. */
  compareAlike(best: Nearest, until: number): void {
    for (let length = best.word.length - best.otherLength; length <= best.word.length + best.otherLength; length++) {
      for (const { word, at } of this.#alike.get(kindOf(best.word[0], length)) ?? []) {
        if (at >= until || best.compared >= manyCandidates) break;
        best.compare(word);
      }
    }
  }
}

function kindOf(first: string | undefined, length: number): string {
  return `${first}${length}`;
}

/** `nearest` among several lists, each up to a number. */
export function nearestIn(
  word: string,
  lists: readonly { readonly candidates: Candidates; readonly until: number }[],
): string | undefined {
  const best = new Nearest(word);
  const isMany = lists.reduce((sum, { candidates }) => sum + candidates.size, 0) > manyCandidates;
  for (const { candidates, until } of lists) {
    if (isMany) candidates.compareAlike(best, until);
    else candidates.compareAll(best, until);
  }
  return best.found;
}
