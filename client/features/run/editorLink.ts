import { type Disposable, workspace } from 'vscode';
import type { ProjectSecrets } from '../../platform/secretStorage.ts';
import type { RunRequest } from './request.ts';
import { SecretServer } from './secretServer.ts';

/**
 * What ties a run's process to this window: where it keeps its journal, and a socket that gives it the secrets of its project. Only who knows the
 * token of a project gets its secrets, and nobody in a workspace that is not trusted.
 */
export class EditorLink implements Disposable {
  #server: SecretServer | undefined;

  constructor(
    private readonly journals: string,
    private readonly secrets: ProjectSecrets,
  ) {}

  /** The variables of the environment of a run's process. */
  environment(project: string, request: RunRequest): Record<string, string> {
    this.#server ??= new SecretServer(async (asked) => (workspace.isTrusted ? this.secrets.all(asked) : undefined));
    const secrets = { socket: this.#server.socket, token: this.#server.tokenOf(project) };
    return { DIGKIT_EDITOR: JSON.stringify({ journal: { directory: this.journals, request }, secrets }) };
  }

  dispose(): void {
    this.#server?.close();
  }
}
