/**
 * Digdag's own "Did you mean" (EditDistance.suggest): each candidate whose Levenshtein distance is at most `ratio` of its length, in order.
 * Distances count UTF-16 units.
 */
export function suggest(key: string, candidates: Iterable<string>, ratio: number): string[] {
  return [...candidates].filter((candidate) => levenshtein(key, candidate) <= Math.floor(candidate.length * ratio));
}

function levenshtein(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = at(row, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(substitution, at(row, j) + 1, at(next, j - 1) + 1));
    }
    row = next;
  }
  return at(row, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
