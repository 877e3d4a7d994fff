import type { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection, { type SMTPEnvelope } from 'nodemailer/lib/smtp-connection';
import { type Address, parseAddress } from './address.ts';
import type { Mail, MailFailure, MailServer } from './mail.ts';

/** Milliseconds: JavaMail's settings in Digdag. */
const timeouts = { connectionTimeout: 10_000, greetingTimeout: 60_000, socketTimeout: 60_000 };

/** Sends a mail over SMTP; resolves to why that was not possible, or to undefined. */
export async function send(mail: Mail, server: MailServer, signal: AbortSignal): Promise<MailFailure | undefined> {
  const { subject, body, html, attachments } = mail;
  const from = parseAddress(mail.from);
  const [to, cc, bcc] = [mail.to, mail.cc, mail.bcc].map(addresses);
  if (!from || !to || !cc || !bcc) return { message: 'Invalid address', kind: 'config' };
  const message = new MailComposer({
    from,
    sender: from,
    to,
    cc,
    bcc,
    subject,
    ...(html ? { html: body } : { text: body }),
    attachments: attachments.map(({ path, name, contentType }) => ({ path, filename: name, contentType })),
    // A text of a task is a text, never the name of a page.
    disableUrlAccess: true,
  }).compile();
  const connection = new Connection(server);
  const stop = (): void => connection.close();
  signal.addEventListener('abort', stop, { once: true });
  try {
    await connection.open();
    const { rejectedErrors = [] } = await connection.send(message.getEnvelope(), message.createReadStream());
    return rejectedErrors.length > 0 ? refusedAddresses(rejectedErrors) : undefined;
  } catch (error) {
    signal.throwIfAborted();
    return failureOf(error as SmtpError, server);
  } finally {
    signal.removeEventListener('abort', stop);
    connection.close();
  }
}

/** The SMTP talk, in promises. */
class Connection {
  readonly #smtp: SMTPConnection;
  readonly #failed: Promise<never>;

  constructor(readonly server: MailServer) {
    const { host, port, startTls, ssl } = server;
    this.#smtp = new SMTPConnection({ host, port, secure: ssl, ignoreTLS: !startTls, ...timeouts });
    this.#failed = new Promise((_, reject) => {
      this.#smtp.once('error', reject);
      this.#smtp.once('end', () => reject(new Error('[EOF]')));
    });
    this.#failed.catch(() => undefined); // whoever waits for something gets it
  }

  /** Connects, and logs in where there is a name and the server wants one, as JavaMail does. */
  async open(): Promise<void> {
    await this.#step<void>((done) => this.#smtp.connect(done));
    const { username, password = '' } = this.server;
    if (username === undefined || !this.#smtp.allowsAuth) return;
    await this.#step((done) => this.#smtp.login({ user: username, pass: password }, done));
  }

  send(envelope: SMTPEnvelope, message: Readable): Promise<{ readonly rejectedErrors?: readonly SmtpError[] }> {
    return this.#step((done) => this.#smtp.send(envelope, message, done));
  }

  close(): void {
    this.#smtp.close();
  }

  #step<T>(start: (done: (error?: Error | null, result?: T) => void) => void): Promise<T> {
    const step = new Promise<T>((resolve, reject) => {
      start((error, result) => (error ? reject(error) : resolve(result as T)));
    });
    return Promise.race([step, this.#failed]);
  }
}

function addresses(texts: readonly string[]): Address[] | undefined {
  const found = texts.flatMap((text) => parseAddress(text) ?? []);
  return found.length === texts.length ? found : undefined;
}

/** The members of nodemailer's errors. */
interface SmtpError extends Error {
  readonly code?: string;
  /** Of an error of the network. */
  readonly syscall?: string;
  /** The server's own words. */
  readonly response?: string;
  readonly rejectedErrors?: readonly SmtpError[];
}

function failureOf(error: SmtpError, { host, port, ssl }: MailServer): MailFailure {
  const { code, syscall, response, rejectedErrors, message } = error;
  if (rejectedErrors) return refusedAddresses(rejectedErrors);
  if (code === 'EAUTH') return { message: response ?? message, kind: 'authentication failed' };
  if (response !== undefined) return { message: response, kind: 'smtp send failed' };
  if (syscall !== undefined || code === 'EDNS' || code === 'ETIMEDOUT') {
    const timeout = timeouts.connectionTimeout;
    const text = `Couldn't connect to host, port: ${host}, ${port}; timeout ${timeout}`;
    return { message: text, kind: 'mail connect', cause: message };
  }
  if (code === 'ESOCKET' || code === 'ETLS') {
    const text = ssl ? `Could not connect to SMTP host: ${host}, port: ${port}` : 'Could not convert socket to TLS';
    return { message: text, kind: 'messaging', cause: message };
  }
  return { message: 'Exception reading response', kind: 'messaging', cause: message };
}

function refusedAddresses(errors: readonly SmtpError[]): MailFailure {
  const cause = errors.map(({ response, message }) => response ?? message).join('\n');
  return { message: 'Invalid Addresses', kind: 'send failed', cause };
}
