import { type LogOutputChannel, l10n, type Uri, window } from 'vscode';
import { Projects } from '../../../core/project/project.ts';
import { nodeFileSystem } from '../../../host/nodeFileSystem.ts';
import type { PreparedPreview } from '../../../runner/preview/prepare.ts';
import type { NetworkSettings } from '../../platform/networkSettings.ts';
import { pathOf, topOf } from '../../platform/paths.ts';
import { say } from '../../platform/say.ts';
import type { ChosenRunSettings } from '../../platform/settings.ts';
import { unlinked } from '../../platform/unlinked.ts';
import type { AllowedAddresses } from './allowedAddresses.ts';
import { type NestedTask, prepare, type TaskOfFile } from './exchange.ts';
import { fillIn } from './fillIn.ts';
import type { Mendings } from './mendings.ts';
import type { PreviewDocuments } from './previewDocuments.ts';
import type { GivenValues, RememberedValues } from './rememberedValues.ts';
import type { ReturnedLenses } from './returnedLenses.ts';

/** What all previews of a window share. */
export interface PreviewServices {
  readonly extension: Uri;
  readonly documents: PreviewDocuments;
  readonly values: RememberedValues;
  readonly addresses: AllowedAddresses;
  readonly mendings: Mendings;
  readonly lenses: ReturnedLenses;
  readonly log: LogOutputChannel;
  network(uri: Uri): NetworkSettings;
  runSettings(uri: Uri): ChosenRunSettings;
  /** Runs what a click started; what it throws reaches the log and the person. */
  guard(run: () => Promise<void> | void): void;
}

export function projectOf(uri: Uri): string {
  return new Projects(nodeFileSystem, topOf(uri)).of(pathOf(uri)).directory;
}

const nothing: GivenValues = { params: {}, secrets: new Map() };

/**
 * The request of a task, once everything that it needs is known; undefined where it cannot be made, which the person was told.
 * @param changeValues asks for what was filled in before, too
 */
export async function prepareRequest(
  services: PreviewServices,
  origin: Uri,
  subject: TaskOfFile | NestedTask,
  changeValues = false,
): Promise<PreparedPreview | undefined> {
  const projectDirectory = projectOf(origin);
  const { params, session = 'fresh', paramsFile } = services.runSettings(origin);
  const network = services.network(origin);
  for (let asks = changeValues; ; asks = false) {
    const known = await services.values.of(projectDirectory);
    const used = asks ? nothing : known;
    const surroundings = { projectDirectory, session, paramsFile, network, secrets: used.secrets };
    const prepared = await prepare(subject, { ...surroundings, params: { ...used.params, ...params } });
    switch (prepared.kind) {
      case 'ready':
        if (!asks) return prepared;
        await window.showInformationMessage(l10n.t('The request needs no value from you.'));
        return undefined;
      case 'refused':
        await window.showErrorMessage(unlinked(say(prepared.message)));
        return undefined;
      case 'unresolved': {
        const given = await fillIn(prepared.task.fullName, prepared.missing, known);
        if (!given) return undefined;
        await services.values.keep(projectDirectory, given);
      }
    }
  }
}
