import { PassThrough } from 'node:stream';
import {
  createProtocolConnection,
  createConnection as createServerConnection,
  type Diagnostic,
  type InitializeParams,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Registration,
  type RegistrationParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import type { FileSystem } from '../../core/project/fileSystem.ts';
import type { InitializationOptions } from '../../server/protocol.ts';
import { startServer } from '../../server/server.ts';
import type { Host } from '../../server/services.ts';
import { memoryFileSystem } from '../support/memoryFileSystem.ts';

export interface TestOptions {
  /** The files on the disk: relative path to text. They lie in the workspace folder `/project`. */
  readonly files?: Readonly<Record<string, string>>;
  /** Instead of `files`. */
  readonly disk?: FileSystem;
  readonly initializationOptions?: InitializationOptions;
  readonly capabilities?: InitializeParams['capabilities'];
  readonly settings?: unknown;
  readonly translations?: Readonly<Record<string, string>>;
}

/** A language client and the server in one process, joined by two streams: real LSP, no process. */
export class TestConnection {
  readonly client: ProtocolConnection;
  /** Everything that was published, in order. */
  readonly published: PublishDiagnosticsParams[] = [];
  /** What the server wrote into its log as an error. */
  readonly errors: string[] = [];
  readonly initialized: Promise<InitializeResult>;
  settings: unknown;
  /** How often the server said that its inlay hints are others now. */
  hintRefreshes = 0;
  readonly #registrations: Registration[] = [];
  #waiting: (() => void)[] = [];
  readonly #versions = new Map<string, number>();

  constructor(options: TestOptions = {}) {
    const [toServer, toClient] = [new PassThrough(), new PassThrough()];
    this.settings = options.settings ?? {};
    startServer(createServerConnection(toServer, toClient), hostFor(options));
    this.client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
    this.client.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.push(params);
      for (const wake of this.#waiting.splice(0)) wake();
    });
    this.client.onNotification('window/logMessage', ({ type, message }: { type: number; message: string }) => {
      if (type === 1) this.errors.push(message);
    });
    this.client.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      items.map(() => this.settings),
    );
    this.client.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
      this.#registrations.push(...registrations);
      for (const wake of this.#waiting.splice(0)) wake();
      return null;
    });
    this.client.onRequest('workspace/codeLens/refresh', () => null);
    this.client.onRequest('workspace/inlayHint/refresh', () => {
      this.hintRefreshes++;
      return null;
    });
    this.client.listen();
    this.initialized = this.#initialize(options);
  }

  async #initialize(options: TestOptions): Promise<InitializeResult> {
    const params: InitializeParams = {
      processId: null,
      rootUri: null,
      workspaceFolders: [{ uri: 'file:///project', name: 'project' }],
      capabilities: options.capabilities ?? fullCapabilities,
      initializationOptions: options.initializationOptions,
    };
    const result: InitializeResult = await this.client.sendRequest('initialize', params);
    await this.client.sendNotification('initialized', {});
    return result;
  }

  /** Opens a document. @returns its URI; `name` is a file of the project, or a whole URI */
  async open(name: string, text: string, languageId = 'digdag'): Promise<string> {
    await this.initialized;
    const uri = name.includes(':') ? name : uriOf(name);
    this.#versions.set(uri, 1);
    await this.client.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
    return uri;
  }

  /** Replaces the document's text. @returns its new version */
  async change(uri: string, text: string): Promise<number> {
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    await this.client.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    });
    return version;
  }

  close(uri: string): Promise<void> {
    return this.client.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  /** Tells the server that files of the project changed on the disk. @param type 1 created, 2 changed, 3 deleted */
  filesChanged(type: 1 | 2 | 3, ...names: string[]): Promise<void> {
    const changes = names.map((name) => ({ uri: uriOf(name), type }));
    return this.client.sendNotification('workspace/didChangeWatchedFiles', { changes });
  }

  request<R>(method: string, params: object): Promise<R> {
    return this.client.sendRequest(method, params);
  }

  /** What the server registered together with a method, once it has. */
  registered(method: string): Promise<readonly Registration[]> {
    return this.until(() => {
      const found = this.#registrations.find((one) => one.method === method);
      const documentSelector = JSON.stringify(found?.registerOptions?.documentSelector);
      return (
        found &&
        this.#registrations.filter((one) => JSON.stringify(one.registerOptions?.documentSelector) === documentSelector)
      );
    });
  }

  /** The newest diagnostics of a document once they are those of its newest version. */
  async diagnostics(uri: string): Promise<readonly Diagnostic[]> {
    const version = this.#versions.get(uri);
    return this.until(() => {
      const last = this.published.findLast((params) => params.uri === uri);
      return last && last.version === version ? last.diagnostics : undefined;
    });
  }

  /** Waits until something is published for which `look` finds a value. */
  async until<T>(look: () => T | undefined): Promise<T> {
    for (;;) {
      const found = look();
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  async dispose(): Promise<void> {
    await this.client.sendRequest('shutdown');
    this.client.dispose();
  }
}

export function uriOf(name: string): string {
  return URI.file(`/project/${name}`).toString();
}

export const fullCapabilities: InitializeParams['capabilities'] = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] },
  },
  textDocument: {
    hover: { contentFormat: ['markdown'] },
    completion: { completionItem: { snippetSupport: true } },
  },
};

/** VS Code puts snippets in as they are sent, and lets its user choose whether what follows is replaced. */
export const vscodeCapabilities: InitializeParams['capabilities'] = {
  ...fullCapabilities,
  textDocument: {
    ...fullCapabilities.textDocument,
    completion: {
      completionItem: { snippetSupport: true, insertReplaceSupport: true, insertTextModeSupport: { valueSet: [1, 2] } },
    },
  },
};

/** The files can be changed by the test while the server runs. */
function hostFor(options: TestOptions): Host {
  return {
    disk: options.disk ?? liveFiles(options.files ?? {}),
    now: () => Date.UTC(2026, 0, 31, 12),
    translations: () => options.translations ?? {},
  };
}

function liveFiles(files: Readonly<Record<string, string>>): FileSystem {
  const now = () =>
    memoryFileSystem(Object.fromEntries(Object.entries(files).map(([path, text]) => [`/project/${path}`, text])));
  return { read: (path) => now().read(path), kind: (path) => now().kind(path), list: (path) => now().list(path) };
}
