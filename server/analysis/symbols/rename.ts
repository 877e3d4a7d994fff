import { basename } from '../../../core/project/paths.ts';
import type { FileUse } from '../../../core/refactor/fileUses.ts';
import type { Move } from '../../../core/refactor/move.ts';
import type { Untouched } from '../../../core/refactor/moveFiles.ts';
import type { Place, TextEdit } from '../../../core/rules/finding.ts';
import { type Text, text } from '../../../core/text/text.ts';
import { topTaskNameFaults } from '../../../core/workflow/taskName.ts';
import type { Services } from '../../services.ts';
import type { OpenDocument } from '../../workspace/openDocument.ts';
import { anchorsIn } from './anchors.ts';
import { type Found, findSymbol } from './find.ts';
import { moveAt, moveByName } from './renameFile.ts';
import { useInCalled, variableConflict, variableRefusal } from './renameVariable.ts';
import { type NamedSymbol, nameIn } from './symbol.ts';

/** The edits of texts, the file that gets another name, and the names of it that only a run knows, which stay. */
export type Renaming =
  | {
      readonly ok: true;
      readonly edits: readonly TextEdit[];
      readonly move?: Move;
      readonly computed?: readonly Place[];
    }
  | Refused;

interface Refused {
  readonly ok: false;
  readonly reason: Text;
}

/** What can be renamed, the place of it that was asked for, and the name that stands there. */
interface Renamable {
  readonly ok: true;
  readonly found: Found;
  readonly symbol: NamedSymbol;
  readonly name: string;
}

/** What can be renamed at an offset, or why nothing can. */
export async function renamedAt(
  services: Services,
  document: OpenDocument,
  offset: number,
  isCancelled: () => boolean,
): Promise<Renamable | Refused> {
  const found = await findSymbol(services, document, offset, isCancelled);
  if (!found) return { ok: false, reason: text('Only tasks, variables, anchors and files can be renamed here.') };
  const { symbol } = found;
  if (symbol.kind === 'file') return fileAt(services, found, symbol);
  const reason =
    symbol.kind === 'variable'
      ? (variableRefusal(services, symbol, found) ?? (await useInCalled(services, symbol, found, isCancelled)))
      : undefined;
  if (reason) return { ok: false, reason };
  const escaped = found.occurrences.some(({ place }) => !nameIn(place, symbol.name, services.sourceOf(place.path)));
  return escaped
    ? { ok: false, reason: text('{0} stands in a text with escapes or over several lines.', symbol.name) }
    : { ok: true, found, symbol, name: symbol.name };
}

function fileAt(services: Services, found: Found, { use }: NamedSymbol & { kind: 'file' }): Renamable | Refused {
  const name = use.text.slice(use.start, use.end);
  const { path, start, end } = found.place;
  const isExact = services.sourceOf(path).slice(start, end) === name;
  return isExact
    ? { ok: true, found, symbol: found.symbol, name }
    : { ok: false, reason: text('{0} stands in a text with escapes, over several lines or behind an alias.', name) };
}

/** The edits that give the task, variable or anchor at an offset another name, everywhere it stands. */
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
  if (symbol.kind === 'file') return renameFile(services, symbol.use, wanted, isCancelled);
  const name = symbol.kind === 'task' && !wanted.startsWith('+') ? `+${wanted}` : wanted;
  if (name === symbol.name) return { ok: true, edits: [] };
  const reason = conflictOf(services, at, name);
  if (reason) return { ok: false, reason };
  const edits = found.occurrences.map(({ place }) => {
    const isQuoted = /['"]/.test(services.sourceOf(place.path)[place.start - 1] ?? '');
    return { ...place, newText: symbol.kind === 'task' && !isQuoted && needsQuotes(name) ? `'${name}'` : name };
  });
  return { ok: true, edits };
}

async function renameFile(
  services: Services,
  use: FileUse,
  wanted: string,
  isCancelled: () => boolean,
): Promise<Renaming> {
  if (!services.client.fileOperations.has('rename'))
    return { ok: false, reason: text('This editor cannot rename files in an edit.') };
  const move = moveByName(services, use, wanted);
  if (!('from' in move)) return { ok: false, reason: move };
  if (move.from === move.to) return { ok: true, edits: [] };
  const { edits, stuck, computed } = await moveAt(services, [move], isCancelled);
  const [first] = stuck;
  return first ? { ok: false, reason: stuckAt(services, first) } : { ok: true, edits, move, computed };
}

/** Why a name cannot follow its file, with the place where it stands. */
export function stuckAt(services: Services, { place, why }: Untouched): Text {
  const line = services.range(place).start.line + 1;
  return text('{0}, line {1}: {2}', basename(place.path), line, services.say(why));
}

function conflictOf(services: Services, { symbol, found }: Renamable, name: string): Text | undefined {
  switch (symbol.kind) {
    case 'task':
      return taskConflict(symbol, name);
    case 'anchor':
      return anchorConflict(symbol, found, name);
    default:
      return variableConflict(services, found, name);
  }
}

function anchorConflict(
  { anchor }: NamedSymbol & { kind: 'anchor' },
  { views }: Found,
  name: string,
): Text | undefined {
  if (!/^[\w-]+$/.test(name)) return text('{0} cannot be the name of an anchor.', name);
  const own = views.filter(({ path }) => path === anchor.place.path);
  const taken = own.some((view) => [...anchorsIn(view)].some((other) => other.name === name));
  return taken ? text('There is an anchor {0} already.', name) : undefined;
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
