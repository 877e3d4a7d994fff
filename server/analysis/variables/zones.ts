import { parseZone, type Zone } from '../../../core/time/zone.ts';

/** The zones that were asked for: to ask this machine for the offsets of a region takes as long as to answer a hover. */
export class Zones {
  readonly #known = new Map<string, Zone>();

  /** Undefined where Java knows no such zone. There are some 600 regions; of ids that were mistyped none is kept. */
  of(id: string): Zone | undefined {
    const known = this.#known.get(id);
    if (known) return known;
    const parsed = parseZone(id);
    if (!parsed.ok) return undefined;
    this.#known.set(id, parsed.zone);
    return parsed.zone;
  }
}
