import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Disposable, workspace } from 'vscode';
import type { ProjectSecrets } from '../../platform/secretStorage.ts';
import type { RunRequest } from './request.ts';

/** A token is this many bytes; nobody sends more. */
const tokenSize = 32;

/**
 * What ties a run's process to this window: where it keeps its journal, and a socket that gives it the secrets of its project. Only who knows the
 * token of a project gets its secrets, and nobody in a workspace that is not trusted.
 */
export class EditorLink implements Disposable {
  readonly #projects = new Map<string, string>();
  readonly #tokens = new Map<string, string>();
  readonly #directory: string | undefined;
  readonly #socket: string;
  #server: Server | undefined;

  constructor(
    private readonly journals: string,
    private readonly secrets: ProjectSecrets,
  ) {
    if (process.platform === 'win32') this.#socket = `\\\\.\\pipe\\digkit-${randomBytes(16).toString('hex')}`;
    else {
      // Readable by its user only.
      this.#directory = mkdtempSync(join(tmpdir(), 'digkit-'));
      this.#socket = join(this.#directory, 'secrets');
    }
  }

  /** The variables of the environment of a run's process. */
  environment(project: string, request: RunRequest): Record<string, string> {
    this.#server ??= this.#listen();
    const secrets = { socket: this.#socket, token: this.#tokenOf(project) };
    return { DIGKIT_EDITOR: JSON.stringify({ journal: { directory: this.journals, request }, secrets }) };
  }

  dispose(): void {
    this.#server?.close();
    if (this.#directory !== undefined) rmSync(this.#directory, { recursive: true, force: true });
  }

  #tokenOf(project: string): string {
    const token = this.#tokens.get(project) ?? randomBytes(tokenSize).toString('hex');
    this.#tokens.set(project, token);
    this.#projects.set(token, project);
    return token;
  }

  #listen(): Server {
    const server = createServer({ allowHalfOpen: true }, (socket) => {
      this.#answer(socket).catch(() => socket.destroy()); // the run tells that it got none
    });
    server.listen(this.#socket);
    return server;
  }

  async #answer(socket: Socket): Promise<void> {
    let asked = '';
    // The other side has only ended its question: it still waits for the answer.
    for await (const chunk of socket.iterator({ destroyOnReturn: false })) {
      asked += String(chunk);
      if (asked.length > 2 * tokenSize) break;
    }
    const project = workspace.isTrusted ? this.#projects.get(asked) : undefined;
    const entries = project === undefined ? undefined : [...(await this.secrets.all(project))];
    socket.end(JSON.stringify(entries ?? null));
  }
}
