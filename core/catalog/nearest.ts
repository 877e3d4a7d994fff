/**
 * The candidate that a word is most likely a slip of the keyboard for: at most one edit for words of up to four letters, two for longer ones,
 * three from ten letters on, where an edit is one letter added, dropped, replaced or swapped with its neighbour. Letter case, `_` and `-` are
 * no difference in the end, but a difference between equals. Where there are very many candidates, only those are looked at that begin as the word
 * does and are about as long, and of them the first hundreds: a file of thousands of slips is not to cost their square.
 * @param isMeant which candidates count, asked only for those that are compared
 * @returns undefined where nothing is near, and the word itself where it is a candidate
 */
export function nearest(
  word: string,
  candidates: readonly string[],
  isMeant: (candidate: string) => boolean = () => true,
): string | undefined {
  const best = new Nearest(word);
  const isMany = candidates.length > manyCandidates;
  for (const candidate of candidates) {
    if (candidate === word) return candidate;
    if (isMany && (best.compared >= manyCandidates || !best.isAlike(candidate))) continue;
    if (isMeant(candidate)) best.compare(candidate);
  }
  return best.found;
}

/** More than there are operators, options or zones. */
export const manyCandidates = 700;

/** The nearest of the candidates that a word was compared with. */
export class Nearest {
  found: string | undefined;
  compared = 0;
  /** How much longer or shorter candidates are that begin alike: letters that count for nothing (`_`, `-`) are few. */
  readonly otherLength: number;
  readonly #plain: string;
  readonly #limit: number;
  #distance = Number.POSITIVE_INFINITY;

  constructor(readonly word: string) {
    this.#plain = simplify(word);
    this.#limit = this.#plain.length <= 4 ? 1 : this.#plain.length < 10 ? 2 : 3;
    this.otherLength = this.#limit + 2;
  }

  isAlike(candidate: string): boolean {
    return candidate[0] === this.word[0] && Math.abs(candidate.length - this.word.length) <= this.otherLength;
  }

  compare(candidate: string): void {
    this.compared++;
    const edits = editDistance(this.#plain, simplify(candidate), this.#limit);
    const distance = edits + (candidate.length === this.word.length ? 0 : 0.25);
    if (distance >= this.#distance || distance >= this.#limit + 1) return;
    this.found = candidate;
    this.#distance = distance;
  }
}

/** Damerau's distance (optimal string alignment); a number above `limit` as soon as it must be above it. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) {
    return limit + 1;
  }
  const [rest, other] = withoutCommon(a, b);
  return distanceOf(rest, other, limit);
}

/** What is left without the same beginning and end: it is as far apart. */
function withoutCommon(a: string, b: string): [string, string] {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return [a.slice(start, a.length - end), b.slice(start, b.length - end)];
}

function distanceOf(a: string, b: string, limit: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let smallest = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let value = Math.min(at(last, column - 1) + (same ? 0 : 1), at(last, column) + 1, at(current, column - 1) + 1);
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        value = Math.min(value, at(beforeLast, column - 2) + 1);
      }
      current.push(value);
      smallest = Math.min(smallest, value);
    }
    if (smallest > limit) {
      return limit + 1;
    }
    beforeLast = last;
    last = current;
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}

function simplify(word: string): string {
  return word.toLowerCase().replaceAll(/[_-]/g, '');
}
