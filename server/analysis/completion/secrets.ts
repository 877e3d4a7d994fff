import type { Catalog } from '../../../core/catalog/catalog.ts';
import { operatorOf } from '../position/surroundings.ts';
import type { Typed } from '../position/typed.ts';
import type { Files } from './files.ts';
import type { Offer } from './offer.ts';

/** Names of secrets: those that the project uses, and those that the task's operator asks for. Their values are never looked at. */
export function secretOffers(catalog: Catalog, { keys, key }: Typed, own: string, files: Files | undefined): Offer[] {
  const operator = operatorOf(catalog, key === undefined ? keys : [...keys, key]);
  const offers = new Map<string, Offer>();
  for (const { name, meaning } of operator?.secrets ?? []) {
    offers.set(name, { label: name, kind: 'secret', detail: meaning, rank: '2' });
  }
  for (const text of [own, ...(files?.project.workflows ?? []).map((path) => files?.fs.read(path)?.text ?? '')]) {
    for (const [, name = ''] of text.matchAll(/\$\{\s*secret:\s*([\w.@-]+)\s*\}/g)) {
      offers.set(name, { label: name, kind: 'secret', rank: '1' });
    }
  }
  return [...offers.values()];
}
