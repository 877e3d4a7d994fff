import { readFileSync } from 'node:fs';
import type { Kind, Outcome } from './kind.ts';

export interface Counts {
  readonly total: number;
  readonly passed: number;
  /** Errors whose place agrees, of those whose place is recorded. */
  readonly placesRight: number;
  readonly places: number;
  /** Cases whose preview agrees, of those that have one. */
  readonly previewsRight: number;
  readonly previews: number;
}

/** Runs every case of one file, or a sample of them; a case that throws did not pass. `report` sees each case that did not. */
export async function runFile(
  file: string,
  kind: Kind,
  report: (id: string, difference: string) => void,
  sample = Number.POSITIVE_INFINITY,
): Promise<Counts> {
  const lines = spread(
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== ''),
    sample,
  );
  const counts = { total: lines.length, passed: 0, placesRight: 0, places: 0, previewsRight: 0, previews: 0 };
  const worker = async (queue: Iterable<string>): Promise<void> => {
    for (const line of queue) {
      const outcome = await runCase(kind, line);
      if (outcome.passed) counts.passed++;
      else report((JSON.parse(line) as { id: string }).id, outcome.difference ?? '');
      if (outcome.previewRight !== undefined) counts.previews++;
      if (outcome.previewRight) counts.previewsRight++;
      if (outcome.placeRight !== undefined) {
        counts.places++;
        if (outcome.placeRight) counts.placesRight++;
        else if (outcome.passed)
          report((JSON.parse(line) as { id: string }).id, `only the place: ${outcome.difference ?? ''}`);
      }
    }
  };
  const timed = new Set(lines.filter((line) => kind.timed?.(line)));
  const others = lines.filter((line) => !timed.has(line)).values();
  await Promise.all(Array.from({ length: kind.concurrency ?? 1 }, () => worker(others)));
  await worker(timed);
  await kind.close?.();
  return counts;
}

/** So many of the lines, at even distances. */
function spread(lines: readonly string[], count: number): readonly string[] {
  const step = Math.max(1, lines.length / count);
  return lines.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}

async function runCase(kind: Kind, line: string): Promise<Outcome> {
  try {
    return await kind.run(line);
  } catch (error) {
    return { passed: false, difference: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
