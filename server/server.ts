import {
  type Connection,
  type InitializeParams,
  type InitializeResult,
  type ServerCapabilities,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node';
import { version } from '../package.json';
import { features } from './features/registry.ts';
import { LanguageServer } from './languageServer.ts';
import type { Host } from './services.ts';
import { OpenDocument } from './workspace/openDocument.ts';

/** Answers an LSP client over a connection until it is closed. */
export function startServer(connection: Connection, host: Host): void {
  const documents = new TextDocuments<OpenDocument>({
    create: (uri, languageId, version, text) => new OpenDocument(uri, languageId, version, text),
    update: (document, changes, version) => document.update(changes, version),
  });
  const server = new LanguageServer(connection, host, documents);
  connection.onInitialize((params: InitializeParams): InitializeResult => {
    server.initialize(params);
    server.handlers.phase = 'serving';
    return { capabilities: capabilities(), serverInfo: { name: 'digkit', version } };
  });
  connection.onInitialized(() => server.initialized());
  connection.onShutdown(() => {
    server.handlers.phase = 'after shutdown';
    server.shutdown();
  });
  for (const feature of features) feature.register(server);
  documents.listen(connection);
  connection.listen();
}

function capabilities(): ServerCapabilities {
  const own: ServerCapabilities = {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
  const theirs = features.map((feature) => feature.capabilities);
  const workspace = Object.assign({}, own.workspace, ...theirs.map((capability) => capability.workspace));
  return Object.assign(own, ...theirs, { workspace });
}
