import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createConnection, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A token is this many bytes; nobody sends more. */
const tokenSize = 32;

const prefix = 'digkit-secrets-';

/**
 * A socket that gives the secrets of a project to who knows its token. What of it an editor that was killed has left behind, the next one takes away.
 */
export class SecretServer {
  readonly #projects = new Map<string, string>();
  readonly #tokens = new Map<string, string>();
  readonly #directory: string | undefined;
  readonly #server: Server;
  readonly socket: string;

  /** @param secretsOf undefined where nobody may have any */
  constructor(private readonly secretsOf: (project: string) => Promise<ReadonlyMap<string, string> | undefined>) {
    if (process.platform === 'win32') this.socket = `\\\\.\\pipe\\digkit-${randomBytes(16).toString('hex')}`;
    else {
      removeStale(tmpdir());
      // Readable by its user only.
      this.#directory = mkdtempSync(join(tmpdir(), prefix));
      this.socket = socketIn(this.#directory);
    }
    this.#server = createServer({ allowHalfOpen: true }, (socket) => {
      const giveUp = (): void => void socket.destroy(); // who asked is gone, or tells that it got none
      socket.on('error', giveUp);
      this.#answer(socket).catch(giveUp);
    });
    this.#server.listen(this.socket);
  }

  tokenOf(project: string): string {
    const token = this.#tokens.get(project) ?? randomBytes(tokenSize).toString('hex');
    this.#tokens.set(project, token);
    this.#projects.set(token, project);
    return token;
  }

  close(): void {
    this.#server.close();
    if (this.#directory !== undefined) rmSync(this.#directory, { recursive: true, force: true });
  }

  async #answer(socket: Socket): Promise<void> {
    let asked = '';
    // The other side has only ended its question: it still waits for the answer.
    for await (const chunk of socket.iterator({ destroyOnReturn: false })) {
      asked += String(chunk);
      if (asked.length > 2 * tokenSize) break;
    }
    const project = this.#projects.get(asked);
    const secrets = project === undefined ? undefined : await this.secretsOf(project);
    socket.end(JSON.stringify(secrets ? [...secrets] : null));
  }
}

function socketIn(directory: string): string {
  return join(directory, 'socket');
}

/** Nobody listens there any more. Those of other users cannot be asked, and stay. */
function removeStale(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(prefix)) continue;
    const directory = join(folder, name);
    const connection = createConnection(socketIn(directory));
    connection.once('connect', () => connection.destroy());
    connection.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED') rmSync(directory, { recursive: true, force: true });
    });
  }
}
