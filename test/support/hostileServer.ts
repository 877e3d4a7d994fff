import { createServer, type Server, type Socket } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** What a server may do to who asks it: each writes to a connection whose request has come. */
export type Attack = (socket: Socket) => void;

const ok = 'HTTP/1.1 200 OK\r\n';
const yaml = `${ok}Content-Type: application/x-yaml\r\n`;
const mebibyte = 1024 * 1024;

/** Answers a text at once. */
function answer(body: string | Buffer, head = yaml): Attack {
  return (socket) => {
    socket.write(`${head}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n`);
    socket.end(body);
  };
}

/** Writes the same bytes again and again, as fast as they are taken. */
function endless(head: string | Buffer, bytes: string | Buffer): Attack {
  return (socket) => {
    socket.write(head);
    const write = (): void => {
      while (!socket.destroyed && socket.write(bytes));
    };
    socket.on('drain', write);
    write();
  };
}

/** Writes the same bytes every 20 milliseconds. */
function slow(head: string, bytes: string): Attack {
  return (socket) => {
    socket.write(head);
    const timer = setInterval(() => socket.write(bytes), 20);
    socket.on('close', () => clearInterval(timer));
  };
}

/** A gzip stream that never ends and never yields a byte: empty stored blocks. */
const gzipHead = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]);
const emptyBlocks = Buffer.concat(Array.from({ length: 8192 }, () => Buffer.from([0, 0, 0, 0xff, 0xff])));

/** Chunks of an answer whose end never comes. */
function chunked(body: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${body.length.toString(16)}\r\n`), body, Buffer.from('\r\n0\r\n')]);
}

function lines(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index)).join('\n');
}

const bombs = Array.from({ length: 40 }, (_, index) => `a${index}: &a${index} [${`*a${index - 1}, `.repeat(9)}]`);

/** Thirty anchors, each of which stands for two of the one before. */
function doubling(first: string, twice: (alias: string) => string): string {
  const all = Array.from({ length: 30 }, (_, index) => `  a${index + 1}: &a${index + 1} ${twice(`*a${index}`)}`);
  return [`_export:\n  a0: &a0 ${first}`, ...all].join('\n');
}

/** Answers that Digdag refuses, or never ends to read. */
export const attacks: Readonly<Record<string, Attack>> = {
  'endless body': endless(`${yaml}Transfer-Encoding: chunked\r\n\r\n`, `10000\r\n${'x'.repeat(0x10000)}\r\n`),
  'endless body without a length': endless(`${yaml}\r\n`, Buffer.alloc(0x10000, 'x')),
  'endless headers': endless(ok, `X-Header: ${'x'.repeat(1000)}\r\n`),
  'one endless header': endless(`${ok}X-Header: `, 'x'.repeat(0x10000)),
  'endless interim answers': endless('', 'HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n'),
  'endless chunk extension': endless(`${yaml}Transfer-Encoding: chunked\r\n\r\n1;`, 'x'.repeat(0x10000)),
  'endless trailers': endless(`${yaml}Transfer-Encoding: chunked\r\n\r\n0\r\n`, `X-Trailer: ${'x'.repeat(1000)}\r\n`),
  'endless gzip of nothing': endless(
    Buffer.concat([Buffer.from(`${yaml}Content-Encoding: gzip\r\n\r\n`), gzipHead]),
    emptyBlocks,
  ),
  'gzip bomb': answer(gzipSync(Buffer.alloc(100 * mebibyte)), `${yaml}Content-Encoding: gzip\r\n`),
  'gzip bomb in a gzip bomb': answer(
    gzipSync(gzipSync(Buffer.alloc(100 * mebibyte))),
    `${yaml}Content-Encoding: gzip, gzip\r\n`,
  ),
  'brotli bomb': answer(brotliCompressSync(Buffer.alloc(100 * mebibyte)), `${yaml}Content-Encoding: br\r\n`),
  'slow body': slow(`${yaml}Content-Length: 1000000\r\n\r\n`, 'x'),
  'slow headers': slow(ok, 'X: y\r\n'),
  silence: () => {},
  reset: (socket) => socket.resetAndDestroy(),
  'reset within the body': (socket) => {
    socket.write(`${yaml}Content-Length: 100\r\n\r\nxx`, () => setTimeout(() => socket.resetAndDestroy(), 50));
  },
  'a body that is shorter than its length': (socket) => socket.end(`${yaml}Content-Length: 100\r\n\r\nxx`),
  'no HTTP': (socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n'),
  'alias bomb': answer(`a0: &a0 [x, x]\n${bombs.slice(1).join('\n')}\n+t:\n  echo>: x\n`),
  'deep nesting': answer('['.repeat(30_000) + ']'.repeat(30_000)),
  'deep JSON': answer(`${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`, `${ok}Content-Type: application/json\r\n`),
  'tag of Java': answer('+t: !!javax.script.ScriptEngineManager [!!java.net.URL ["http://127.0.0.1/"]]\n'),
  'a million dashes': answer(`${'-'.repeat(60_000)}\n`),
  'redirect to itself': (socket) => {
    socket.end(`HTTP/1.1 302 Found\r\nLocation: /redirect%20to%20itself\r\nContent-Length: 0\r\n\r\n`);
  },
  'gzip bomb before endless trailers': endless(
    Buffer.concat([
      Buffer.from(`${yaml}Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n`),
      chunked(gzipSync(Buffer.alloc(20 * mebibyte))),
    ]),
    `X-Trailer: ${'x'.repeat(1000)}\r\n`,
  ),
  'alias bomb in a command': answer(`${doubling('[x, x]', (alias) => `[${alias}, ${alias}]`)}\n+t:\n  echo>: *a30\n`),
  'alias bomb of tasks': answer(
    `${doubling('{+a: {echo>: x}}', (alias) => `{+a: ${alias}, +b: ${alias}}`)}\n+t: *a30\n`,
  ),
  'nesting in blocks': answer(lines(340, (depth) => `${' '.repeat(depth)}+a:`)),
  'redirect that sets thousands of cookies': (socket) => {
    const cookies = lines(12_000, (index) => `Set-Cookie: a${index}=1\r`);
    const path = '/redirect%20that%20sets%20thousands%20of%20cookies';
    socket.end(`HTTP/1.1 302 Found\r\nLocation: ${path}\r\nContent-Length: 0\r\n${cookies}\n\r\n`);
  },
  'redirect with a cookie of blanks': (socket) => {
    const cookie = `Set-Cookie: a=1; max-age=${' '.repeat(200_000)}x`;
    socket.end(`HTTP/1.1 302 Found\r\nLocation: /none\r\nContent-Length: 0\r\n${cookie}\r\n\r\n`);
  },
  'redirect to a long address': (socket) => {
    const head = `HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: `;
    socket.end(`${head}/redirect%20to%20a%20long%20address?${' '.repeat(200_000)}x\r\n\r\n`);
  },
  'more than 64 KiB': answer(`+t:\n  echo>: ${'x'.repeat(65_536)}\n`),
  'all that is read, in UTF-16': answer(
    Buffer.alloc(2 * mebibyte, 'x'),
    `${ok}Content-Type: application/x-yaml; charset=utf-16\r\n`,
  ),
  'gzip of all that is read': answer(gzipSync(Buffer.alloc(2 * mebibyte, 'x')), `${yaml}Content-Encoding: gzip\r\n`),
  'more tasks than an attempt may have': answer(lines(4000, (index) => `+t${index}: {echo>: x}`).slice(0, 65_000)),
  'a web page': answer(
    '<html><b>bold</b><img src=x onerror=alert(1)><script>alert(1)</script></html>',
    'HTTP/1.1 403 Forbidden\r\nContent-Type: text/html\r\n',
  ),
  'redirect to a file': answer('', 'HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\n'),
};

/** Large answers that Digdag takes. */
export const burdens: Readonly<Record<string, Attack>> = {
  'a small workflow': answer('+t:\n  echo>: x\n'),
  'a workflow of 64 KiB': answer(`${lines(900, (index) => `+t${index}:\n  echo>: x`)}\n# ${'x'.repeat(40_000)}\n`),
  'a text of 64 KiB': answer(`+t:\n  echo>: "${'\\x41'.repeat(16_000)}"\n`),
  'many headers': answer('+t:\n  echo>: x\n', `${yaml}${lines(20_000, (index) => `X-${index}: y\r`)}\n`),
  'one large header': answer('+t:\n  echo>: x\n', `${yaml}X-Header: ${'x'.repeat(250_000)}\r\n`),
};

/** Listens on 127.0.0.1; the path names the attack. */
export class HostileServer {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  /** How many requests came. */
  requests = 0;
  /** Of paths that name no attack. */
  other: Attack = answer('nothing', 'HTTP/1.1 404 Not Found\r\n');

  constructor() {
    this.#server = createServer((socket) => {
      this.#sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => this.#sockets.delete(socket));
      socket.once('data', (head: Buffer) => {
        this.requests++;
        const [, path = ''] = /^\S+ \/([^\s?]*)/.exec(head.toString('latin1')) ?? [];
        const name = decodeURIComponent(path);
        (attacks[name] ?? burdens[name] ?? this.other)(socket);
      });
    });
  }

  async listen(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  url(attack: string): string {
    const address = this.#server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    return `http://127.0.0.1:${port}/${encodeURIComponent(attack)}`;
  }

  get connections(): number {
    return this.#sockets.size;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }
}
