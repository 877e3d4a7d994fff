import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './freePort.ts';
import { waitFor } from './wait.ts';

const settings = {
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'telemetry.telemetryLevel': 'off',
  // As elements of the page: its text can be read.
  'terminal.integrated.gpuAcceleration': 'off',
  'workbench.enableExperiments': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** VS Code's own server. The extension is installed once; each session has user data of its own. */
export class Editor {
  readonly #base = mkdtempSync(join(tmpdir(), 'digkit-vscode-'));
  readonly #extensions = join(this.#base, 'extensions');

  /** @param main server-main.js of a prepared VS Code */
  constructor(private readonly main: string) {}

  install(vsix: string): void {
    const args = ['--install-extension', vsix, '--extensions-dir', this.#extensions];
    const data = ['--server-data-dir', join(this.#base, 'install')];
    const done = spawnSync(process.execPath, [this.main, ...args, ...data], { encoding: 'utf8', timeout: 120_000 });
    if (done.status !== 0) throw new Error(`VS Code could not install ${vsix}:\n${done.stdout}${done.stderr}`);
  }

  /** Starts VS Code on a folder, with these settings on top of quiet ones. */
  async open(folder: string, more: Readonly<Record<string, unknown>>): Promise<EditorSession> {
    const data = mkdtempSync(join(this.#base, 'session-'));
    for (const place of [join(data, 'user', 'User'), join(data, 'server', 'data', 'Machine')]) {
      mkdirSync(place, { recursive: true });
      writeFileSync(join(place, 'settings.json'), JSON.stringify({ ...settings, ...more }));
    }
    const port = await freePort();
    const args = [
      ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'],
      ...['--accept-server-license-terms', '--telemetry-level', 'off', '--default-folder', folder],
      ...['--server-data-dir', join(data, 'server'), '--user-data-dir', join(data, 'user')],
      ...['--extensions-dir', this.#extensions],
    ];
    const child = spawn(process.execPath, [this.main, ...args], { detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    const session = new EditorSession(`http://127.0.0.1:${port}/`, child, data);
    await session.ready();
    return session;
  }

  dispose(): void {
    rmSync(this.#base, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** One running VS Code. */
export class EditorSession {
  #output = '';

  constructor(
    readonly url: string,
    private readonly child: ChildProcess,
    readonly data: string,
  ) {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        this.#output += chunk.toString();
      });
    }
  }

  async ready(): Promise<void> {
    await waitFor('VS Code to listen', () => {
      if (this.child.exitCode !== null) throw new Error(`VS Code ended:\n${this.#output}`);
      return this.#output.includes('Extension host agent listening');
    });
  }

  /** Ends the server and all that it started. */
  close(): void {
    if (this.child.pid === undefined || this.child.exitCode !== null) return;
    process.kill(-this.child.pid, 'SIGTERM');
  }
}
