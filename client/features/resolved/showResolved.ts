import { type ExtensionContext, l10n, languages, Uri, window } from 'vscode';
import { resolvedScheme } from '../../../server/protocol.ts';
import type { Commands } from '../../platform/commands.ts';
import { readTarget } from '../../platform/target.ts';
import type { LanguageServer } from '../languageServer/languageServer.ts';
import { ResolvedDocuments } from './resolvedDocuments.ts';

/** "Digdag: Show Resolved Workflow": what a run would do with every value, without a run. */
export function registerResolved(context: ExtensionContext, commands: Commands, server: LanguageServer): void {
  const documents = new ResolvedDocuments(server);
  context.subscriptions.push(documents, languages.registerDefinitionProvider({ scheme: resolvedScheme }, documents));
  commands.register('digdag.showResolvedWorkflow', async (argument) => {
    const target = readTarget(argument);
    const active = window.activeTextEditor?.document;
    const uri = target ? Uri.parse(target.uri, true) : active?.languageId === 'digdag' ? active.uri : undefined;
    if (!uri) await window.showInformationMessage(l10n.t('Open a .dig file first.'));
    else if (uri.scheme !== resolvedScheme) await documents.show(uri);
  });
}
