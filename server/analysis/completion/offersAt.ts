import type { Catalog } from '../../../core/catalog/catalog.ts';
import { lineStartOf } from '../../../core/text/lineStart.ts';
import type { Services } from '../../services.ts';
import type { OpenDocument } from '../../workspace/openDocument.ts';
import { catalogFor } from '../catalogFor.ts';
import { meaningOf, surroundingsOf } from '../position/surroundings.ts';
import { type Typed, typedAt } from '../position/typed.ts';
import { typedInTemplate } from '../templates/typedInTemplate.ts';
import type { Files } from './files.ts';
import { keyOffers } from './keys.ts';
import type { Offer } from './offer.ts';
import { secretOffers } from './secrets.ts';
import { valueOffers } from './values.ts';
import { scriptOffers } from './variables.ts';

/** What completion offers at a place. */
export interface Offers {
  readonly offers: readonly Offer[];
  /** Offsets of what would be replaced. */
  readonly start: number;
  readonly end: number;
  /** A key is typed, and its colon is not there yet. */
  readonly wantsColon: boolean;
  /** The column in which following lines of a snippet begin. */
  readonly column: number;
  readonly inFlow: boolean;
  readonly quote: string;
}

/** What fits where something is typed. */
export function offersAt(services: Services, document: OpenDocument, offset: number): Offers | undefined {
  if (document.isTemplate) return offersInTemplate(services, document, offset);
  const typed = typedAt(document.text, offset);
  if (!typed) return undefined;
  const { start, end, inFlow, quote, kind } = typed;
  const found = { start, end, inFlow, quote, wantsColon: false, column: columnOf(document.text, start) };
  const catalog = catalogFor(services, document);
  const files = filesOf(services, document);
  const written = document.text.slice(start, offset);
  switch (kind) {
    case 'key': {
      const items = itemOffers(catalog, typed, files, written);
      if (items.length > 0) return { ...found, offers: items };
      const hasColon = /^[ ]*:/.test(document.text.slice(end, end + 20));
      return { ...found, offers: keyOffers(catalog, typed), wantsColon: !hasColon };
    }
    case 'value':
      return { ...found, offers: valueOffers(catalog, typed, files, written) };
    case 'expression':
      return { ...found, ...expressionOffers(services, document, typed, { catalog, files }) };
  }
}

function offersInTemplate(services: Services, document: OpenDocument, offset: number): Offers | undefined {
  const typed = typedInTemplate(document.text, offset);
  if (!typed) return undefined;
  const { end, inFlow, quote } = typed;
  return { end, inFlow, quote, wantsColon: false, column: 0, ...scriptOffers(services, document, typed) };
}

/** Values that stand on the line below their key, alone or as items of a list. */
function itemOffers(catalog: Catalog, typed: Typed, files: Files | undefined, written: string): readonly Offer[] {
  const owner = typed.levels.at(-1);
  if (!owner || typed.keys.length > 0) return [];
  const levels = typed.levels.slice(0, -1);
  const meaning = meaningOf(catalog, surroundingsOf(catalog, levels, owner.siblings), owner.key);
  const types = typesOf(meaning);
  const takes = typed.isItem ? types.some((type) => /^list(?:<string|$)/.test(type)) : !types.some(isCollection);
  if (!meaning || !takes || (meaning.kind === 'operator' && typed.isItem)) return [];
  const keys = owner.siblings.filter((key) => key !== owner.key);
  return valueOffers(catalog, { ...typed, kind: 'value', key: owner.key, levels, keys }, files, written);
}

function typesOf(meaning: ReturnType<typeof meaningOf>): readonly string[] {
  switch (meaning?.kind) {
    case 'operator':
      return meaning.operator.command.type;
    case 'scheduler':
      return meaning.scheduler.command.type;
    case 'option':
      return meaning.option.type;
    case 'parameter':
      return meaning.parameter.type;
    case undefined:
      return [];
  }
}

function isCollection(type: string): boolean {
  return /^(?:any|list|map|tasks)/.test(type);
}

function expressionOffers(
  services: Services,
  document: OpenDocument,
  typed: Typed,
  { catalog, files }: { readonly catalog: Catalog; readonly files: Files | undefined },
): Pick<Offers, 'offers' | 'start'> {
  const begin = typed.script ?? typed.start;
  const secret = /^\s*secret:\s*/.exec(document.text.slice(begin, typed.start));
  if (secret) {
    return { offers: secretOffers(catalog, typed, document.text, files), start: begin + secret[0].length };
  }
  const found = scriptOffers(services, document, typed);
  if (found.start !== typed.start || document.text.slice(begin, typed.start).trim() !== '') return found;
  const named: Offer = { label: 'secret:', kind: 'secret', rank: '4', goesOn: true };
  return { ...found, offers: [...found.offers, named] };
}

function filesOf({ files: fs, projects }: Services, { path, detached }: OpenDocument): Files | undefined {
  return detached ? undefined : { fs, path, project: projects.of(path) };
}

function columnOf(text: string, offset: number): number {
  return offset - lineStartOf(text, offset);
}
