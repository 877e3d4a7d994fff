import type { InitializeParams } from 'vscode-languageserver/node';
import type { InitializationOptions } from './protocol.ts';
import type { ClientFacts } from './services.ts';

/** What the client said of itself in `initialize`. */
export function clientFacts({
  capabilities: { workspace, textDocument },
  initializationOptions,
}: Pick<InitializeParams, 'capabilities' | 'initializationOptions'>): ClientFacts {
  return {
    options: options(initializationOptions),
    canWatchFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    canAddDocuments: textDocument?.synchronization?.dynamicRegistration === true,
    canConfigure: workspace?.configuration === true,
    hasFolders: workspace?.workspaceFolders === true,
    resolvesActions: textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true,
    asksBeforeRenames: workspace?.fileOperations?.willRename === true,
    wantsMarkdown: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    wantsSnippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    insertsAsIs: textDocument?.completion?.completionItem?.insertTextModeSupport?.valueSet.includes(1) === true,
    insertsOrReplaces: textDocument?.completion?.completionItem?.insertReplaceSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    refreshesHints: workspace?.inlayHint?.refreshSupport === true,
    fileOperations: new Set(
      workspace?.workspaceEdit?.documentChanges ? workspace.workspaceEdit.resourceOperations : undefined,
    ),
  };
}

/** Other editors may send anything: what has the wrong shape counts as absent. */
function options(sent: unknown): InitializationOptions {
  if (typeof sent !== 'object' || sent === null) return {};
  const { commands, retriggers, translations, rulePages } = sent as {
    readonly [key in keyof InitializationOptions]: unknown;
  };
  return {
    ...(Array.isArray(commands) && { commands: commands.filter((name) => typeof name === 'string') }),
    ...(retriggers === true && { retriggers }),
    ...(typeof translations === 'string' && { translations }),
    ...(typeof rulePages === 'string' && { rulePages }),
  };
}
