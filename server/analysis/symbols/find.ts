import type { Services } from '../../services.ts';
import type { OpenDocument } from '../../workspace/openDocument.ts';
import { occurrencesOf } from './occurrences.ts';
import type { Occurrence, SymbolAt } from './symbol.ts';
import { symbolAt } from './symbolAt.ts';
import { projectViews, type View, viewOf, viewsAround } from './view.ts';

/** A symbol, and everywhere it stands. */
export interface Found extends SymbolAt {
  readonly occurrences: readonly Occurrence[];
  /** Where was looked. */
  readonly views: readonly View[];
}

/** Where the symbol at an offset stands in the file itself: what is quick enough to ask for with each move of the cursor. */
export function occurrencesInFile(services: Services, document: OpenDocument, offset: number): Occurrence[] {
  const view = viewOf(services.checked(document));
  const found = symbolAt(services, view, document.path, offset);
  if (!found) return [];
  return occurrencesOf(services, found.symbol, [view]).filter(({ place }) => place.path === document.path);
}

/** The symbol at an offset, with all of its occurrences: of files in the project, of others in the files that share them. */
export async function findSymbol(
  services: Services,
  document: OpenDocument,
  offset: number,
  isCancelled: () => boolean,
): Promise<Found | undefined> {
  const around = await viewsAround(services, document, isCancelled);
  const at = around
    .map((view) => symbolAt(services, view, document.path, offset))
    .filter((found) => found !== undefined);
  // a file that includes this one knows more of it
  const found = at.find(({ symbol }) => symbol.kind !== 'variable' || symbol.origin) ?? at[0];
  if (!found || isCancelled()) return undefined;
  const isShared = found.symbol.kind === 'file' || definedElsewhere(found, document.path);
  const everywhere = isShared && !document.detached;
  const views = everywhere ? [...around, ...(await projectViews(services, document.path, isCancelled))] : around;
  return { ...found, views, occurrences: occurrencesOf(services, found.symbol, views) };
}

function definedElsewhere({ symbol }: SymbolAt, path: string): boolean {
  if (symbol.kind === 'task') return symbol.node.place.path !== path;
  return symbol.kind === 'variable' && symbol.origin?.place !== undefined && symbol.origin.place.path !== path;
}
