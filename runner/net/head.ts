import type { Socket } from 'node:net';
import type { buildConnector } from 'undici';
import type { WireRequest } from '../../core/http/wire.ts';

/** The request line and the headers, byte by byte as Digdag sends them. */
export function headBytes({ method, target, headers }: Pick<WireRequest, 'method' | 'target' | 'headers'>): Buffer {
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`${method} ${target} HTTP/1.1\r\n${lines.join('')}\r\n`, 'latin1');
}

/**
 * A socket whose first write is this head. undici writes a head of its own before a body, with `host` first and a `connection` header
 * that Digdag does not send; Digdag's order and spelling can only be had by putting its bytes in that place.
 */
export function withHead(socket: Socket, head: Buffer): Socket {
  const write = socket.write;
  let written = false;
  return Object.assign(socket, {
    write(...args: unknown[]): boolean {
      if (written) return Reflect.apply(write, socket, args);
      written = true;
      return Reflect.apply(write, socket, [head]);
    },
  });
}

/** A connector that hands out a socket that is connected already; never at once, which undici does not expect. */
export function connected(socket: Socket): buildConnector.connector {
  return (_options, callback) => queueMicrotask(() => callback(null, socket));
}
