import { environmentProxies, type HttpProxy } from '../../../core/http/proxy.ts';
import { parseUri } from '../../../core/http/uriParser.ts';
import type { NetworkSettings } from '../../platform/networkSettings.ts';
import { type SystemProxies, systemProxies } from './systemProxies.ts';

export type ProxySettings = Pick<NetworkSettings, 'proxy' | 'noProxy' | 'authorization' | 'strict' | 'support' | 'env'>;

/**
 * The proxies of a task that names none. Digdag would take those of its environment; on a person's machine VS Code's setting comes first, those of
 * the operating system last, and hosts that are exempt are asked directly.
 */
export async function machineProxies(
  { proxy, noProxy, authorization, strict, support, env }: ProxySettings,
  ofSystem: () => Promise<SystemProxies> = systemProxies,
): Promise<HttpProxy[]> {
  const exempt = [...noProxy, ...(env.NO_PROXY ?? env.no_proxy ?? '').split(',')].filter((name) => name.trim() !== '');
  const own = support === 'off' ? undefined : proxyOf(proxy, authorization);
  const named = own ? [own] : environmentProxies(env);
  const system = named.length > 0 ? undefined : await ofSystem();
  const all = [...exempt, ...(system?.exempt ?? [])];
  return [...named, ...(system?.proxies ?? [])].map((known) => ({ ...known, exempt: all, insecure: !strict }));
}

function proxyOf(url: string, authorization: string | undefined): HttpProxy | undefined {
  const parsed = parseUri(url.trim());
  if (!parsed.ok || parsed.uri.host === undefined) return undefined;
  const { host, port, scheme, userInfo } = parsed.uri;
  const secure = scheme?.toLowerCase() === 'https';
  const credentials = authorization ?? (userInfo === undefined ? undefined : basic(userInfo));
  return {
    host: host.replace(/^\[(.*)\]$/, '$1'),
    port: port > 0 ? port : secure ? 443 : 80,
    secure,
    schemes: ['http', 'https'],
    ...(credentials ? { authorization: credentials } : {}),
  };
}

function basic(userInfo: string): string {
  return `Basic ${Buffer.from(decoded(userInfo), 'utf8').toString('base64')}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
