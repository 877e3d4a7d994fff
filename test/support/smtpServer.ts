import { createServer, type Server, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { selfSignedCertificate } from './certificate.ts';

/** A mail that the server took. */
export interface TakenMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly text: string;
  readonly encrypted: boolean;
  /** `user:password`, where the client logged in. */
  readonly login: string | undefined;
}

export interface SmtpServer {
  readonly port: number;
  readonly mails: readonly TakenMail[];
  /** The certificate of its TLS, for a client to trust. */
  readonly certificate: string;
  close(): Promise<void>;
}

/** A small SMTP server: STARTTLS, AUTH PLAIN (password "p4ss"); it refuses receivers that begin with `no` and the sender `bad@`. */
export async function startSmtp({ startTls = false } = {}): Promise<SmtpServer> {
  const identity = selfSignedCertificate();
  const mails: TakenMail[] = [];
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.write('220 test ESMTP\r\n');
    talk(socket, { mails, identity, startTls, encrypted: false });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    mails,
    certificate: identity.cert,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

interface Talk {
  readonly mails: TakenMail[];
  readonly identity: { readonly key: string; readonly cert: string };
  readonly startTls: boolean;
  readonly encrypted: boolean;
}

function talk(socket: Socket, { mails, identity, startTls, encrypted }: Talk): void {
  let pending = '';
  let data: string | undefined;
  let envelope: { from: string; to: string[]; login: string | undefined } = { from: '', to: [], login: undefined };
  const say = (line: string): void => {
    socket.write(`${line}\r\n`);
  };
  const encrypt = (): void => {
    say('220 go ahead');
    socket.off('data', onData);
    const secured = new TLSSocket(socket, { isServer: true, ...identity });
    secured.on('error', () => undefined);
    talk(secured, { mails, identity, startTls: false, encrypted: true });
  };
  const command = (line: string): void => {
    const argument = /<(.*)>/.exec(line)?.[1] ?? '';
    switch (line.slice(0, 4).toUpperCase()) {
      case 'EHLO':
        say(`250-test\r\n${startTls ? '250-STARTTLS\r\n' : ''}250-AUTH PLAIN\r\n250 8BITMIME`);
        return;
      case 'STAR':
        encrypt();
        return;
      case 'AUTH': {
        const [, user, password] = Buffer.from(line.split(' ')[2] ?? '', 'base64')
          .toString()
          .split('\0');
        envelope.login = `${user}:${password}`;
        say(password === 'p4ss' ? '235 welcome' : '535 5.7.8 Error: authentication failed');
        return;
      }
      case 'MAIL':
        envelope = { ...envelope, from: argument, to: [] };
        say(argument.startsWith('bad@') ? '550 5.7.1 sender refused' : '250 ok');
        return;
      case 'RCPT':
        if (argument.startsWith('no')) say('550 5.1.1 no such user');
        else {
          envelope.to.push(argument);
          say('250 ok');
        }
        return;
      case 'DATA':
        data = '';
        say('354 go on');
        return;
      default:
        say('250 ok');
    }
  };
  const onData = (chunk: Buffer): void => {
    pending += chunk.toString('utf8');
    for (let end = pending.indexOf('\r\n'); end >= 0; end = pending.indexOf('\r\n')) {
      const line = pending.slice(0, end);
      pending = pending.slice(end + 2);
      if (data === undefined) command(line);
      else if (line === '.') {
        mails.push({ ...envelope, text: data, encrypted });
        data = undefined;
        say('250 taken');
      } else data += `${line.replace(/^\./, '')}\r\n`;
    }
  };
  socket.on('data', onData);
}
