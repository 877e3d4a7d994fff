import { createTransport } from 'nodemailer';
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
  const { host, port, startTls, ssl, username, password = '' } = server;
  const transport = createTransport({
    host,
    port,
    secure: ssl,
    ignoreTLS: !startTls,
    ...(username === undefined ? {} : { auth: { user: username, pass: password } }),
    ...timeouts,
    // A text of a task is a text, never the name of a file or of a page.
    disableUrlAccess: true,
  });
  const stop = (): void => transport.close();
  signal.addEventListener('abort', stop, { once: true });
  try {
    const sent = await transport.sendMail({
      from,
      sender: from,
      to,
      cc,
      bcc,
      subject,
      ...(html ? { html: body } : { text: body }),
      attachments: attachments.map(({ path, name, contentType }) => ({ path, filename: name, contentType })),
    });
    return sent.rejected?.length ? refusedAddresses(sent.rejectedErrors ?? []) : undefined;
  } catch (error) {
    signal.throwIfAborted();
    return failureOf(error as SmtpError, server);
  } finally {
    signal.removeEventListener('abort', stop);
    transport.close();
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
