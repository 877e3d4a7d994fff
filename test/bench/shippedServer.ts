import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import {
  createProtocolConnection,
  IPCMessageReader,
  IPCMessageWriter,
  type ProtocolConnection,
} from 'vscode-languageserver/node';
import { nodeOptions } from '../../client/features/languageServer/nodeOptions.ts';

/** The bundle of the server as it is shipped; scripts/bench.mjs builds it. */
const bundle = join(process.cwd(), 'dist', 'bench', 'server.js');

/** The shipped language server as a process of its own, started as VS Code does it, with its sandbox on a thread, and a client. */
export class ShippedServer {
  private constructor(
    readonly process: ChildProcess,
    readonly client: ProtocolConnection,
  ) {}

  /**
   * @param settings what the server is told when it asks for its section of settings
   * @param folder the URI of the workspace's folder, whose files the client watches as VS Code does
   */
  static async start({ settings, folder }: { settings?: unknown; folder?: string }): Promise<ShippedServer> {
    const server = fork(bundle, ['--node-ipc'], { execArgv: [...nodeOptions] });
    const client = createProtocolConnection(new IPCMessageReader(server), new IPCMessageWriter(server));
    client.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => settings));
    client.onRequest('client/registerCapability', () => null);
    client.listen();
    const capabilities = {
      workspace: {
        ...(settings !== undefined && { configuration: true }),
        ...(folder !== undefined && { didChangeWatchedFiles: { dynamicRegistration: true } }),
      },
      textDocument: { hover: { contentFormat: ['markdown'] } },
    };
    const workspaceFolders = folder === undefined ? null : [{ uri: folder, name: 'workspace' }];
    const rootUri = folder ?? null;
    await client.sendRequest('initialize', { processId: process.pid, rootUri, workspaceFolders, capabilities });
    await client.sendNotification('initialized', {});
    return new ShippedServer(server, client);
  }

  async open(uri: string, text: string): Promise<void> {
    const textDocument = { uri, languageId: 'digdag', version: 1, text };
    await this.client.sendNotification('textDocument/didOpen', { textDocument });
  }

  /** How long the answer took, in milliseconds, with the way there and back. */
  async timed(method: string, params: object): Promise<{ readonly answer: unknown; readonly took: number }> {
    const started = performance.now();
    const answer = await this.client.sendRequest(method, params);
    return { answer, took: performance.now() - started };
  }

  stop(): void {
    this.client.dispose();
    this.process.kill();
  }
}
