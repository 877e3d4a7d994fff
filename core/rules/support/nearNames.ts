import { Candidates, nearestIn } from '../../catalog/candidates.ts';
import { isVisible, type NamesAt } from '../../expressions/scopes/definitions.ts';

/** Names that slips may be meant for: shorter ones are near to everything. */
const isMeant = (name: string): boolean => /^\w{3,}$/.test(name);

/** Finds the variable that a mistyped one is meant for, in a file that may have thousands of both: their names are sorted once for all. */
export class NearNames {
  readonly #sorted = new WeakMap<ReadonlyMap<string, unknown>, Candidates>();

  readonly #found = new WeakMap<NamesAt, Map<string, string | undefined>>();

  nearest(name: string, names: NamesAt): string | undefined {
    const found = this.#found.get(names) ?? new Map<string, string | undefined>();
    this.#found.set(names, found);
    if (!found.has(name)) found.set(name, this.#look(name, names));
    return found.get(name);
  }

  #look(name: string, { maps, given, keys, until }: NamesAt): string | undefined {
    const ofKeys = this.#of(keys.entries, (key) => isVisible(key) && isMeant(key));
    return nearestIn(name, [
      ...maps.map((map) => ({ candidates: this.#of(map, isMeant), until: map.size })),
      { candidates: new Candidates(given, isMeant), until: given.length },
      { candidates: ofKeys, until },
    ]);
  }

  #of(map: ReadonlyMap<string, unknown>, counts: (name: string) => boolean): Candidates {
    const known = this.#sorted.get(map) ?? new Candidates(map.keys(), counts);
    this.#sorted.set(map, known);
    return known;
  }
}
