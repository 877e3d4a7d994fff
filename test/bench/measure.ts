/** What a piece of work takes beside its floor: the least of many interleaved runs each, in milliseconds, for the machine is never quiet. */
export interface Measured {
  readonly time: number;
  readonly floor: number;
}

/** A sample shorter than this is made of several runs. */
const shortest = 4;

/** Runs both in turns, so that what disturbs one disturbs the other too. Each is warm: the first quarter of the time is not counted. */
export function sideBySide(work: () => unknown, floor: () => unknown, budget = 6000): Measured {
  const begun = performance.now();
  const warmUntil = begun + budget / 4;
  const until = begun + budget;
  const least = { time: Number.POSITIVE_INFINITY, floor: Number.POSITIVE_INFINITY };
  let [repeatWork, repeatFloor, runs] = [1, 1, 0];
  while (performance.now() < until || runs < 3) {
    const time = sample(work, repeatWork);
    const base = sample(floor, repeatFloor);
    if (performance.now() < warmUntil || runs === 0) {
      repeatWork = Math.ceil(shortest / time);
      repeatFloor = Math.ceil(shortest / base);
    } else {
      least.time = Math.min(least.time, time);
      least.floor = Math.min(least.floor, base);
    }
    runs++;
  }
  return least;
}

function sample(work: () => unknown, repeat: number): number {
  const started = performance.now();
  for (let run = 0; run < repeat; run++) work();
  return (performance.now() - started) / repeat;
}

/** One line of the table: what, how long, and the ratio to the floor with its limit, where there is one. */
export function row(name: string, { time, floor }: Measured, limit?: number): string {
  const ratio = time / floor;
  const verdict = limit === undefined ? '' : ratio <= limit ? 'ok' : 'OVER';
  return `| ${name} | ${time.toFixed(2)} ms | ${floor.toFixed(2)} ms | ${ratio.toFixed(3)} | ${limit ?? ''} | ${verdict} |`;
}

/** A line about something that has a limit of its own and no floor. */
export function plainRow(name: string, value: number, unit: string, limit: number): string {
  const verdict = value <= limit ? 'ok' : 'OVER';
  return `| ${name} | ${value.toFixed(1)} ${unit} | | | ${limit} ${unit} | ${verdict} |`;
}
