import { readFileSync, writeFileSync } from 'node:fs';
import type { Counts } from './runFile.ts';

/** The counts that a change may not fall below: committed, and only ever raised (npm run conformance -- --raise). */
type Minimum = Record<string, Least>;

interface Least {
  readonly passed: number;
  readonly placesRight: number;
  /** Of recordings that have previews. */
  readonly previewsRight?: number;
}

const file = 'test/conformance/minimum.json';

/** Prints each file that is below its minimum, then the counts of files; false where one is. */
export function compareWithMinimum(results: Readonly<Record<string, Counts>>): boolean {
  const minimum = read();
  const names = Object.keys(minimum);
  const missing = names.filter((name) => !results[name]);
  const below = names.filter((name) => {
    const counts = results[name];
    const least = minimum[name];
    return counts && least && isBelow(counts, least);
  });
  for (const name of below) console.log(`${name} is below its minimum: ${JSON.stringify(minimum[name])}`);
  for (const name of missing) console.log(`skipped: ${name} (its recordings are not on this machine)`);
  const skipped = missing.length > 0 ? `, ${missing.length} skipped` : '';
  console.log(`${names.length - below.length - missing.length} passed, ${below.length} failed${skipped}`);
  return below.length === 0;
}

function isBelow(counts: Counts, { passed, placesRight, previewsRight = 0 }: Least): boolean {
  return counts.passed < passed || counts.placesRight < placesRight || counts.previewsRight < previewsRight;
}

/** Raises the committed counts to what was reached now; never lowers one. */
export function raiseMinimum(results: Readonly<Record<string, Counts>>): void {
  const minimum = read();
  for (const [name, { passed, placesRight, previews, previewsRight }] of Object.entries(results)) {
    const before = minimum[name] ?? { passed: 0, placesRight: 0 };
    minimum[name] = {
      passed: Math.max(passed, before.passed),
      placesRight: Math.max(placesRight, before.placesRight),
      ...(previews > 0 ? { previewsRight: Math.max(previewsRight, before.previewsRight ?? 0) } : {}),
    };
  }
  writeFileSync(file, `${JSON.stringify(minimum, null, 2)}\n`);
}

function read(): Minimum {
  return JSON.parse(readFileSync(file, 'utf8')) as Minimum;
}
