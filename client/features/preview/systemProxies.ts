import { execFile } from 'node:child_process';
import { join } from 'node:path';
import type { HttpProxy } from '../../../core/http/proxy.ts';

/** The proxies that a person's operating system names, and the hosts that it asks directly. */
export interface SystemProxies {
  readonly proxies: readonly HttpProxy[];
  readonly exempt: readonly string[];
}

/** Runs a program of the system; resolves to what it writes, and to nothing where it cannot say. */
export type Ask = (program: string, args: readonly string[]) => Promise<string>;

/**
 * What macOS and Windows keep in their settings; Linux has it in the environment. Proxies that a script chooses (PAC) and SOCKS are not among them.
 * The programs are called by their whole paths, and only when a person previews.
 */
export async function systemProxies(
  platform: string = process.platform,
  env: Readonly<Record<string, string | undefined>> = process.env,
  ask: Ask = askSystem,
): Promise<SystemProxies> {
  if (platform === 'darwin') return readScutil(await ask('/usr/sbin/scutil', ['--proxy']));
  if (platform !== 'win32') return { proxies: [], exempt: [] };
  const reg = join(env.SystemRoot ?? 'C:\\Windows', 'System32', 'reg.exe');
  return readRegistry(await ask(reg, ['query', internetSettings]));
}

const internetSettings = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings';

/** `scutil --proxy`: a line `HTTPProxy : host` for each setting, and a list of exceptions by number. */
function readScutil(text: string): SystemProxies {
  const lines = [...text.matchAll(/^\s*(\w+) : (.*?)\s*$/gm)];
  const settings = new Map(lines.map(([, key = '', value = '']) => [key, value]));
  const proxies = (['http', 'https'] as const).flatMap((scheme) => {
    const name = scheme.toUpperCase();
    const host = settings.get(`${name}Proxy`);
    if (settings.get(`${name}Enable`) !== '1' || !host) return [];
    return [proxy(host, Number(settings.get(`${name}Port`) ?? 0), [scheme])];
  });
  const exempt = lines.flatMap(([, key = '', value = '']) => (/^\d+$/.test(key) ? [value] : []));
  return { proxies, exempt: settings.get('ExcludeSimpleHostnames') === '1' ? [...exempt, '<local>'] : exempt };
}

/** `reg query`: name, type and value in a line. A server is `host:port` for all, or `http=host:port;https=host:port`. */
function readRegistry(text: string): SystemProxies {
  const lines = [...text.matchAll(/^\s+(\w+)\s+REG_\w+\s+(.*?)\s*$/gm)];
  const settings = new Map(lines.map(([, name = '', value = '']) => [name, value]));
  if (Number(settings.get('ProxyEnable') ?? 0) !== 1) return { proxies: [], exempt: [] };
  const proxies = (settings.get('ProxyServer') ?? '').split(';').flatMap((server) => {
    const [, scheme, host, port] = /^(?:(\w+)=)?(?:http:\/\/)?([^:=/]+)(?::(\d+))?\/?$/.exec(server.trim()) ?? [];
    if (host === undefined || (scheme !== undefined && scheme !== 'http' && scheme !== 'https')) return [];
    return [proxy(host, Number(port ?? 0), scheme === undefined ? ['http', 'https'] : [scheme])];
  });
  const exempt = (settings.get('ProxyOverride') ?? '').split(';').filter((name) => name.trim() !== '');
  return { proxies, exempt };
}

function proxy(host: string, port: number, schemes: HttpProxy['schemes']): HttpProxy {
  return { host, port: port > 0 ? port : 80, secure: false, schemes };
}

/** Milliseconds; the preview goes on without an answer. */
const patience = 2000;

function askSystem(program: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile(program, args, { timeout: patience, windowsHide: true }, (error, stdout) => resolve(error ? '' : stdout));
  });
}
