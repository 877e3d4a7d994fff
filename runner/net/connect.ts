import { lookup } from 'node:dns/promises';
import { isIP, type Socket } from 'node:net';
import { buildConnector, Client } from 'undici';
import { commonHeaders } from '../../core/http/request.ts';
import { proxyAuthorization, type WireRequest } from '../../core/http/wire.ts';
import { failureOf, TransportError } from './failure.ts';
import { connected, headBytes, withHead } from './head.ts';
import type { LookUp, SendOptions } from './sent.ts';

/** Jetty's HttpClient.connectTimeout, in milliseconds. */
const connectTimeout = 15_000;

export interface Trust {
  readonly insecure: boolean;
  readonly ca: readonly string[] | undefined;
}

/**
 * Connects as Jetty does: every address of the host in turn, IPv4 before IPv6, through the proxy where there is one; TLS on top.
 * The address that `checkAddress` saw is the one that is connected to: a name is resolved once only.
 */
export async function connect(
  wire: WireRequest,
  trust: Trust,
  options: SendOptions,
  signal: AbortSignal,
): Promise<Socket> {
  const { proxy } = wire;
  const next = proxy ?? wire;
  if (next.port > 0xffff) throw new TransportError({ kind: 'bad-port', detail: String(next.port) });
  const { lookUp = addressesOf, checkAddress } = options;
  const addresses = await resolve(next.host, lookUp);
  for (const ip of addresses) {
    await checkAddress?.({ host: next.host, ip, port: next.port, proxy: proxy !== undefined });
  }
  if (proxy && checkAddress) {
    for (const ip of await addressesBehindProxy(wire.host, lookUp)) {
      await checkAddress({ host: wire.host, ip, port: wire.port, proxy: false });
    }
  }
  const secure = proxy ? proxy.secure : wire.secure;
  const socket = await connectToAny(
    addresses,
    { host: next.host, port: next.port, secure },
    proxy?.insecure ? { ...trust, insecure: true } : trust,
    signal,
  );
  return proxy && wire.secure ? tunnel(socket, wire, trust, signal) : socket;
}

interface Target {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
}

async function resolve(host: string, lookUp: LookUp): Promise<readonly string[]> {
  if (isIP(host)) return [host];
  try {
    const addresses = await lookUp(host);
    if (addresses.length > 0) return addresses;
  } catch {
    // No such name, or no name service: Java says the same of both.
  }
  throw new TransportError({ kind: 'unknown-host', detail: host });
}

async function addressesOf(host: string): Promise<string[]> {
  const found = await lookup(host, { all: true, verbatim: true });
  return found.sort((a, b) => a.family - b.family).map(({ address }) => address);
}

/** A proxy looks names up itself. What this machine finds is the best guess; of a name that it does not know there is none. */
async function addressesBehindProxy(host: string, lookUp: LookUp): Promise<readonly (string | undefined)[]> {
  try {
    return await resolve(host, lookUp);
  } catch {
    return [undefined];
  }
}

async function connectToAny(
  addresses: readonly string[],
  target: Target,
  trust: Trust,
  signal: AbortSignal,
): Promise<Socket> {
  let last: unknown;
  for (const ip of addresses) {
    try {
      const plain = await open(ip, { ...target, secure: false }, trust, connectTimeout);
      return target.secure ? await secured(plain, ip, target, trust, signal) : plain;
    } catch (error) {
      last = error;
    }
  }
  throw new TransportError(failureOf(last));
}

/** TLS on a connection. Jetty's limit is one of the connection alone: how long TLS may take is the task's own limit. */
async function secured(plain: Socket, ip: string, target: Target, trust: Trust, signal: AbortSignal): Promise<Socket> {
  const stop = (): void => void plain.destroy();
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await open(ip, { ...target, secure: true }, trust, 0, plain);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function open(
  ip: string,
  { host, port, secure }: Target,
  { ca, insecure }: Trust,
  timeout: number,
  over?: Socket,
): Promise<Socket> {
  const connector = buildConnector({
    timeout,
    rejectUnauthorized: !insecure,
    maxCachedSessions: 0,
    ...(ca ? { ca: [...ca] } : {}),
  });
  return new Promise((resolve, reject) => {
    const servername = isIP(host) ? '' : host;
    connector(
      {
        hostname: ip,
        host,
        protocol: secure ? 'https:' : 'http:',
        port: String(port),
        servername,
        ...(over ? { httpSocket: over } : {}),
      },
      (error, socket) => (error ? reject(error) : socket ? resolve(socket) : reject(new Error('not connected'))),
    );
  });
}

/** A proxy that opens no tunnel: Digdag takes its status for the server's. */
export class TunnelRefused extends Error {
  constructor(readonly status: number) {
    super(`The proxy answered ${status} to CONNECT`);
  }
}

/** HTTP CONNECT through a proxy, with the headers that Jetty sends; then TLS to the server inside. */
async function tunnel(socket: Socket, wire: WireRequest, trust: Trust, signal: AbortSignal): Promise<Socket> {
  const target = `${wire.host}:${wire.port}`;
  const { authorization } = wire.proxy ?? {};
  const credentials = authorization ? [proxyAuthorization(authorization)] : [];
  const headers = [...commonHeaders, ['Host', target] as const, ...credentials];
  const head = headBytes({ method: 'CONNECT', target, headers });
  const client = new Client('http://proxy', { connect: connected(withHead(socket, head)) });
  const { statusCode, socket: inner } = await client.connect({ path: target });
  if (statusCode !== 200) {
    inner.destroy();
    throw new TunnelRefused(statusCode);
  }
  return secured(socket, wire.host, wire, trust, signal);
}
