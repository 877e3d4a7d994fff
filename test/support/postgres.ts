import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { selfSignedCertificate } from './certificate.ts';

/** Where Debian puts the programs of its package `postgresql`; undefined where it is not installed. */
export const postgresPrograms = findPrograms();

export interface PostgresServer {
  readonly port: number;
  /** Runs a script with psql as the owner of the server, and gives what it prints. */
  psql(script: string): string;
  stop(): void;
}

/**
 * A PostgreSQL server of its own in a temporary directory, on a free port of 127.0.0.1: database `app`; users `etl` with the password "p4ss",
 * `trusted` without one, `plain` and `encrypted`, who may only come without and with TLS.
 */
export async function startPostgres(programs: string): Promise<PostgresServer> {
  const directory = mkdtempSync(join(tmpdir(), 'digkit-pg-'));
  const data = join(directory, 'data');
  const owner = ownerOfServer();
  chownSync(directory, owner.uid, owner.gid);
  const options = { ...owner, cwd: directory, env: { ...process.env, HOME: directory, LC_ALL: 'C.UTF-8', TZ: 'UTC' } };
  const run = (program: string, ...args: string[]): string =>
    execFileSync(join(programs, program), args, { ...options, stdio: 'pipe', encoding: 'utf8' });
  run('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync', '-E', 'UTF8', '--locale=C.UTF-8');
  const { key, cert } = selfSignedCertificate();
  for (const [name, text, mode] of [
    ['server.key', key, 0o600],
    ['server.crt', cert, 0o644],
    ['pg_hba.conf', hosts, 0o600],
  ] as const) {
    writeFileSync(join(data, name), text, { mode });
    chownSync(join(data, name), owner.uid, owner.gid);
  }
  const port = await freePort();
  const settings = ['ssl=on', 'fsync=off', 'listen_addresses=127.0.0.1', `unix_socket_directories=${directory}`];
  const args = ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
  const server = spawn(join(programs, 'postgres'), args, { ...options, stdio: 'ignore' });
  const psql = (script: string, database = 'app'): string =>
    execFileSync(join(programs, 'psql'), ['-h', directory, '-p', String(port), '-U', 'postgres', '-AtqX', database], {
      ...options,
      input: script,
      encoding: 'utf8',
    });
  for (let tries = 0; !isReady(programs, directory, port); tries++) {
    if (tries > 300 || server.exitCode !== null) throw new Error('PostgreSQL does not start');
    await sleep(50);
  }
  psql('CREATE DATABASE app', 'postgres');
  for (const user of ['trusted', 'plain', 'encrypted']) psql(`CREATE ROLE ${user} LOGIN`);
  psql("CREATE ROLE etl LOGIN PASSWORD 'p4ss'");
  psql('GRANT ALL ON SCHEMA public TO PUBLIC; CREATE SCHEMA other; GRANT ALL ON SCHEMA other TO PUBLIC');
  return {
    port,
    psql,
    stop() {
      server.kill('SIGINT');
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

const hosts = [
  'local all postgres trust',
  'host all etl 127.0.0.1/32 scram-sha-256',
  'host all trusted 127.0.0.1/32 trust',
  'hostnossl all plain 127.0.0.1/32 trust',
  'hostssl all encrypted 127.0.0.1/32 trust',
  '',
].join('\n');

function isReady(programs: string, directory: string, port: number): boolean {
  const args = ['-h', directory, '-p', String(port), '-U', 'postgres', '-c', 'SELECT 1', 'postgres'];
  return spawnSync(join(programs, 'psql'), args, { stdio: 'ignore' }).status === 0;
}

/** PostgreSQL refuses to run as root: then it runs as the user that Debian's package made. */
function ownerOfServer(): { readonly uid: number; readonly gid: number } {
  const uid = process.getuid?.() ?? 0;
  if (uid !== 0) return { uid, gid: process.getgid?.() ?? 0 };
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

function findPrograms(): string | undefined {
  const root = '/usr/lib/postgresql';
  if (!existsSync(root)) return undefined;
  const versions = readdirSync(root).sort((a, b) => Number(b) - Number(a));
  return versions.map((version) => join(root, version, 'bin')).find((folder) => existsSync(join(folder, 'initdb')));
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return typeof address === 'object' && address ? address.port : 0;
}
