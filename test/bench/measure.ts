/** The best of several warm runs, in milliseconds: the least disturbed one. */
export function best(work: () => unknown, { runs = 5, budget = 3000 } = {}): number {
  let least = Number.POSITIVE_INFINITY;
  const until = performance.now() + budget;
  for (let run = 0; run < runs || (performance.now() < until / 2 && run < 3); run++) {
    const started = performance.now();
    work();
    least = Math.min(least, performance.now() - started);
    if (performance.now() > until && run > 0) break;
  }
  return least;
}

/** One line of the table: what, how long, and the ratio to the floor with its limit. */
export function row(name: string, time: number, floor: number, limit: number): string {
  const ratio = time / floor;
  const verdict = ratio <= limit ? 'ok' : 'OVER';
  return `| ${name} | ${time.toFixed(2)} ms | ${floor.toFixed(2)} ms | ${ratio.toFixed(3)} | ${limit} | ${verdict} |`;
}
