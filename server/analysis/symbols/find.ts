import type { Services } from '../../services.ts';
import type { OpenDocument } from '../../workspace/openDocument.ts';
import { usersOf } from '../templates/usersOf.ts';
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
  const { path } = document;
  const views = document.isTemplate ? viewsRunning(services, path) : [viewOf(services.checked(document))];
  const found = views.map((view) => symbolAt(services, view, path, offset)).find((at) => at !== undefined);
  if (!found) return [];
  return occurrencesOf(services, found.symbol, views, path).filter(({ place }) => place.path === path);
}

/** The symbol at an offset, with all of its occurrences: of files in the project, of others in the files that share them. */
export async function findSymbol(
  services: Services,
  document: OpenDocument,
  offset: number,
  isCancelled: () => boolean,
): Promise<Found | undefined> {
  const around = document.isTemplate
    ? viewsRunning(services, document.path)
    : await viewsAround(services, document, isCancelled);
  const at = around
    .map((view) => symbolAt(services, view, document.path, offset))
    .filter((found) => found !== undefined);
  // a file that includes this one knows more of it
  const found = at.find(({ symbol }) => symbol.kind !== 'variable' || symbol.origin) ?? at[0];
  if (!found || isCancelled()) return undefined;
  const isShared = found.symbol.kind === 'file' || isSeenElsewhere(found, document, around);
  const everywhere = isShared && !document.detached;
  const views = everywhere
    ? [...around, ...(await projectViews(services, around[0]?.path ?? document.path, isCancelled))]
    : around;
  return { ...found, views, occurrences: occurrencesOf(services, found.symbol, views) };
}

/** Callers and the code that they run give variables to other files. */
function isSeenElsewhere({ symbol }: SymbolAt, document: OpenDocument, around: readonly View[]): boolean {
  if (symbol.kind === 'task') return symbol.node.place.path !== document.path;
  if (symbol.kind !== 'variable' || !symbol.origin) return false;
  const { kind, place } = symbol.origin;
  const isHanded = kind === 'export' || kind === 'loop' || kind === 'store';
  return place?.path !== document.path || (isHanded && around.some(({ project }) => project.reached.called.size > 0));
}

/** The workflows whose tasks run a template. */
function viewsRunning(services: Services, path: string): View[] {
  return [...new Set(usersOf(services, path).map(({ view }) => view))];
}
