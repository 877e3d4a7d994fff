import type { FileRename, MessageType, WorkspaceEdit } from 'vscode-languageserver/node';
import { basename } from '../../../core/project/paths.ts';
import type { Untouched } from '../../../core/refactor/moveFiles.ts';
import type { Place } from '../../../core/rules/finding.ts';
import { text } from '../../../core/text/text.ts';
import type { Services } from '../../services.ts';
import { isDetached, pathOf } from '../../workspace/paths.ts';
import { workspaceEdit } from '../../workspaceEdit.ts';
import { importsOf } from './importsOf.ts';
import { stuckAt } from './rename.ts';
import { moveAt, workflowRefusal } from './renameFile.ts';

/** The edits to be made before files and folders get other paths. What cannot follow, and what only a run knows, is told. */
export async function editForRenames(
  services: Services,
  files: readonly FileRename[],
  isCancelled: () => boolean,
): Promise<WorkspaceEdit | null> {
  const moves = files
    .filter(({ oldUri, newUri }) => !isDetached(oldUri) && !isDetached(newUri))
    .map(({ oldUri, newUri }) => ({ from: pathOf(oldUri), to: pathOf(newUri) }));
  const { edits, stuck, computed } = await moveAt(services, moves, isCancelled);
  if (isCancelled()) return null;
  if (stuck.length > 0) tellStuck(services, stuck);
  for (const { from, to } of moves) {
    const refusal = workflowRefusal(services, from, to);
    if (refusal) show(services, warning, services.say(refusal));
  }
  tellComputed(services, computed);
  tellImports(services, await importsOf(services, moves, isCancelled));
  return edits.length > 0 ? workspaceEdit(services, edits) : null;
}

const warning: typeof MessageType.Warning = 2;
const information: typeof MessageType.Info = 3;

function tellStuck(services: Services, stuck: readonly Untouched[]): void {
  const lines = stuck.slice(0, most).map((one) => services.say(stuckAt(services, one)));
  const message = text('Not changed, so that a file is no longer found: {0}', lines.join(' '));
  show(services, warning, services.say(message));
}

/** No one reads more of them in a message. */
const most = 5;

/** Says which names of a file that moves only a run knows: they are for a person to look at. */
export function tellComputed(services: Services, computed: readonly Place[]): void {
  if (computed.length === 0) return;
  const message = text(
    'Names that a run computes may mean this file; they stay as they are: {0}',
    listed(services, computed),
  );
  show(services, information, services.say(message));
}

function tellImports(services: Services, imports: readonly Place[]): void {
  if (imports.length === 0) return;
  const message = text('Code loads this file, and Digkit leaves that as it is: {0}', listed(services, imports));
  show(services, information, services.say(message));
}

function listed(services: Services, places: readonly Place[]): string {
  const names = places.slice(0, most).map((place) => `${basename(place.path)}:${services.range(place).start.line + 1}`);
  return names.join(', ') + (places.length > most ? ', …' : '');
}

function show({ connection }: Services, type: typeof warning | typeof information, message: string): void {
  connection.sendNotification('window/showMessage', { type, message }).catch((error: unknown) => {
    connection.console.error(`A message could not be shown: ${String(error)}`);
  });
}
