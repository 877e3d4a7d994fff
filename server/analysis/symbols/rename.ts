import type { TextEdit } from '../../../core/rules/finding.ts';
import { type Text, text } from '../../../core/text/text.ts';
import { topTaskNameFaults } from '../../../core/workflow/taskName.ts';
import type { Services } from '../../services.ts';
import type { OpenDocument } from '../../workspace/openDocument.ts';
import { type Found, findSymbol } from './find.ts';
import { useInCalled, variableConflict, variableRefusal } from './renameVariable.ts';
import { type NamedSymbol, nameIn } from './symbol.ts';

export type Renaming = { readonly ok: true; readonly edits: readonly TextEdit[] } | Refused;

interface Refused {
  readonly ok: false;
  readonly reason: Text;
}

type Renamed = Exclude<NamedSymbol, { kind: 'file' }>;

/** What can be renamed at an offset, or why nothing can. */
export async function renamedAt(
  services: Services,
  document: OpenDocument,
  offset: number,
  isCancelled: () => boolean,
): Promise<{ readonly ok: true; readonly found: Found; readonly symbol: Renamed } | Refused> {
  const found = await findSymbol(services, document, offset, isCancelled);
  if (!found || found.symbol.kind === 'file') {
    return { ok: false, reason: text('Only tasks and variables can be renamed here.') };
  }
  const { symbol } = found;
  const reason =
    symbol.kind === 'variable'
      ? (variableRefusal(services, symbol, found) ?? (await useInCalled(services, symbol, found, isCancelled)))
      : undefined;
  if (reason) return { ok: false, reason };
  const escaped = found.occurrences.some(({ place }) => !nameIn(place, symbol.name, services.sourceOf(place.path)));
  return escaped
    ? { ok: false, reason: text('{0} stands in a text with escapes or over several lines.', symbol.name) }
    : { ok: true, found, symbol };
}

/** The edits that give the task or variable at an offset another name, everywhere it stands. */
export async function renameAt(
  services: Services,
  document: OpenDocument,
  offset: number,
  wanted: string,
  isCancelled: () => boolean,
): Promise<Renaming> {
  const at = await renamedAt(services, document, offset, isCancelled);
  if (!at.ok) return at;
  const { found, symbol } = at;
  const name = symbol.kind === 'task' && !wanted.startsWith('+') ? `+${wanted}` : wanted;
  if (name === symbol.name) return { ok: true, edits: [] };
  const reason = symbol.kind === 'task' ? taskConflict(symbol, name) : variableConflict(services, found, name);
  if (reason) return { ok: false, reason };
  const edits = found.occurrences.map(({ place }) => {
    const isQuoted = /['"]/.test(services.sourceOf(place.path)[place.start - 1] ?? '');
    return { ...place, newText: symbol.kind === 'task' && !isQuoted && needsQuotes(name) ? `'${name}'` : name };
  });
  return { ok: true, edits };
}

function taskConflict({ node }: NamedSymbol & { kind: 'task' }, name: string): Text | undefined {
  const [fault] = topTaskNameFaults(name);
  if (fault !== undefined || name === '+')
    return text('Digdag takes no task {0}: {1}.', name, fault ?? 'must not be blank');
  const taken = node.parent?.config.has(name);
  return taken ? text('There is a task {0} in this group already.', name) : undefined;
}

/** Brackets and commas end a text in lists, a comment sign after a blank cannot occur, and `+1` is a number. */
function needsQuotes(name: string): boolean {
  return /[[\]{},]/.test(name) || /^\+[\d.]/.test(name);
}
