import type { Address } from './address.ts';
import { isExempt } from './noProxy.ts';
import { parseUri } from './uriParser.ts';

/** A proxy that requests of these schemes take. Digdag's own has neither exceptions (it does not read `no_proxy`) nor credentials. */
export interface HttpProxy {
  readonly host: string;
  readonly port: number;
  /** TLS to the proxy itself. */
  readonly secure: boolean;
  readonly schemes: readonly ('http' | 'https')[];
  /** Hosts that are asked directly, as `isExempt` reads them. */
  readonly exempt?: readonly string[];
  /** Its own certificate is not checked; those of the servers behind it are. */
  readonly insecure?: boolean;
  /** The value of its Proxy-Authorization header. */
  readonly authorization?: string;
}

/** Of ProxyConfigBuilder in Treasure Data's client. */
const defaultProxyPort = 8080;

export type Environment = Readonly<Record<string, string | undefined>>;

/** The proxies that the environment names (Proxies.proxyConfigFromEnv); what is no URI is ignored. */
export function environmentProxies(environment: Environment): HttpProxy[] {
  const plain = ['http_proxy', 'HTTP_PROXY'];
  const found = [
    proxyFrom(environment, 'http', plain),
    proxyFrom(environment, 'https', ['https_proxy', 'HTTPS_PROXY', ...plain]),
  ];
  return found.filter((proxy) => proxy !== undefined);
}

/** The proxy that a request to an address takes. */
export function proxyFor(
  proxies: readonly HttpProxy[],
  { scheme, host, port }: Pick<Address, 'scheme' | 'host' | 'port'>,
): HttpProxy | undefined {
  return proxies.find(
    ({ schemes, exempt = [] }) =>
      schemes.some((known) => known === scheme.toLowerCase()) && !isExempt(exempt, host, port),
  );
}

function proxyFrom(
  environment: Environment,
  scheme: 'http' | 'https',
  names: readonly string[],
): HttpProxy | undefined {
  const values = names.map((name) => environment[name]?.trim() ?? '');
  const parsed = parseUri(values.find((value) => value !== '') ?? '');
  const host = parsed.ok ? parsed.uri.host : undefined;
  if (!parsed.ok || host === undefined) return undefined;
  const secure = parsed.uri.scheme === 'https';
  const port = parsed.uri.port === -1 ? defaultProxyPort : parsed.uri.port;
  return { host, port, secure, schemes: [scheme] };
}
