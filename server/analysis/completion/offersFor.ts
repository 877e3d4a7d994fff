import type { Services } from '../../services.ts';
import type { OpenDocument } from '../../workspace/openDocument.ts';
import { catalogFor } from '../catalogFor.ts';
import type { Typed } from '../position/typed.ts';
import { keyOffers } from './keys.ts';
import type { Offer } from './offer.ts';
import { valueOffers } from './values.ts';
import { variableOffers } from './variables.ts';

/** What fits where something is typed. */
export function offersFor(services: Services, document: OpenDocument, typed: Typed, offset: number): Offer[] {
  switch (typed.kind) {
    case 'key':
      return keyOffers(catalogFor(services, document), typed);
    case 'value': {
      const { path } = document;
      const files = document.detached ? undefined : { fs: services.files, path, project: services.projects.of(path) };
      return valueOffers(catalogFor(services, document), typed, files);
    }
    case 'expression':
      return variableOffers(services, document, typed, offset);
  }
}
