import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askEditor } from '../../../runner/secrets/editorSecrets.ts';
import { SecretServer } from './secretServer.ts';

const kept = new Map([['db.password', 's3cret']]);
const servers: SecretServer[] = [];
let folder = '';

function listening(isTrusted = true): SecretServer {
  const server = new SecretServer(async (project) => (isTrusted && project === '/p' ? kept : undefined));
  servers.push(server);
  return server;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'digkit-test-'));
  vi.stubEnv('TMPDIR', folder);
});
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

describe.skipIf(process.platform === 'win32')('the socket of secrets', () => {
  it('gives those of a project to who has its token, and to nobody else', async () => {
    const server = listening();
    const { socket } = server;
    expect(await askEditor({ socket, token: server.tokenOf('/p') })).toEqual(kept);
    expect(await askEditor({ socket, token: server.tokenOf('/other') })).toBeUndefined();
    expect(await askEditor({ socket, token: 'guessed' })).toBeUndefined();
  });

  it('gives none where the workspace is not trusted', async () => {
    const server = listening(false);
    expect(await askEditor({ socket: server.socket, token: server.tokenOf('/p') })).toBeUndefined();
  });

  it('leaves nothing behind when it closes; the next one removes what a killed one left, and no other', async () => {
    const living = listening();
    const left = `${dirname(living.socket)}-killed`;
    mkdirSync(left);
    await killed(join(left, basename(living.socket)));
    const next = listening();
    await vi.waitFor(() => expect(existsSync(left)).toBe(false));
    expect(await askEditor({ socket: living.socket, token: living.tokenOf('/p') })).toEqual(kept);
    living.close();
    next.close();
    servers.splice(0);
    expect(readdirSync(folder)).toEqual([]);
  });
});

/** Another window's, whose process was killed. */
async function killed(socket: string): Promise<void> {
  const code = "require('node:net').createServer().listen(process.argv[1], () => console.log('listens'))";
  const editor = spawn(process.execPath, ['-e', code, socket], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(editor.stdout, 'data');
  editor.kill('SIGKILL');
  await once(editor, 'exit');
  expect(existsSync(socket)).toBe(true);
}
