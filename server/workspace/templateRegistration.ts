import {
  BulkRegistration,
  CodeActionKind,
  CodeActionRequest,
  CompletionRequest,
  type Connection,
  DefinitionRequest,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentHighlightRequest,
  type DocumentSelector,
  HoverRequest,
  ReferencesRequest,
  RenameRequest,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node';

/** The files whose `${…}` tasks evaluate, as far as people edit them for themselves. */
const documentSelector: DocumentSelector = [{ scheme: 'file', pattern: '**/*.{sql,SQL}' }];

/**
 * Asks the client for SQL files too, for no more than is to be said about `${…}` in them: their colours, outline, folding and formatting are left
 * to those who know SQL. That is why the server's own capabilities, which count for all of its documents, do not name these files.
 */
export function registerTemplates(connection: Connection): void {
  const wanted = BulkRegistration.create();
  wanted.add(DidOpenTextDocumentNotification.type, { documentSelector });
  wanted.add(DidChangeTextDocumentNotification.type, { documentSelector, syncKind: TextDocumentSyncKind.Incremental });
  wanted.add(DidCloseTextDocumentNotification.type, { documentSelector });
  wanted.add(HoverRequest.type, { documentSelector });
  wanted.add(CompletionRequest.type, { documentSelector, triggerCharacters: ['{', '.'] });
  wanted.add(DefinitionRequest.type, { documentSelector });
  wanted.add(ReferencesRequest.type, { documentSelector });
  wanted.add(DocumentHighlightRequest.type, { documentSelector });
  wanted.add(RenameRequest.type, { documentSelector, prepareProvider: true });
  wanted.add(CodeActionRequest.type, { documentSelector, codeActionKinds: [CodeActionKind.QuickFix] });
  connection.client
    .register(wanted)
    .catch((error: unknown) => connection.console.error(`SQL files are not looked at: ${String(error)}`));
}
