import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Finished, runDig } from '../../test/support/runDig.ts';
import { type SmtpServer, startSmtp, type TakenMail } from '../../test/support/smtpServer.ts';
import { parseAddress } from '../mail/address.ts';
import type { RunOptions } from '../options.ts';

describe('mail> on an SMTP server of its own', () => {
  let server: SmtpServer;
  let encrypting: SmtpServer;
  beforeAll(async () => {
    server = await startSmtp();
    encrypting = await startSmtp({ startTls: true });
  });
  afterAll(async () => {
    await server.close();
    await encrypting.close();
  });
  beforeEach(() => (server.mails as TakenMail[]).splice(0));

  function run(
    task: string,
    options: Partial<RunOptions> & { section?: string } = {},
    files: Readonly<Record<string, string>> = {},
  ): Promise<Finished> {
    const { section = `{host: 127.0.0.1, port: ${server.port}, from: digdag@example.com}`, ...more } = options;
    const secrets = new Map([
      ['mail.username', 'me'],
      ['mail.password', 'p4ss'],
    ]);
    return runDig(
      `_export:\n  mail: ${section}\n  who: everyone\n+a:\n${task}`,
      { secrets, ...more },
      undefined,
      files,
    );
  }

  const errorOf = (finished: Finished): string | undefined => finished.errors[0]?.message;

  it('sends a text of a file with its expressions to all receivers, logged in', async () => {
    const task =
      '  mail>: body.txt\n  subject: "Zwölf ${session_date}"\n  to: [a@example.com, "Ann <b@example.com>"]\n  cc: [c@example.com]\n  bcc: [d@example.com]\n';
    const finished = await run(task, {}, { 'body.txt': 'Hello ${who}\n.and more\n' });
    expect(finished.errors).toEqual([]);
    const [mail] = server.mails;
    expect(mail).toMatchObject({
      from: 'digdag@example.com',
      to: ['a@example.com', 'b@example.com', 'c@example.com', 'd@example.com'],
      login: 'me:p4ss',
      encrypted: false,
    });
    expect(headersOf(mail)).toMatchObject({
      from: 'digdag@example.com',
      sender: 'digdag@example.com',
      to: 'a@example.com, Ann <b@example.com>',
      cc: 'c@example.com',
      subject: '=?UTF-8?Q?Zw=C3=B6lf_2026-01-02?=',
      'content-type': 'text/plain; charset=utf-8',
    });
    expect(headersOf(mail).bcc).toBeUndefined();
    expect(mail?.text).toContain('\r\nHello everyone\r\n.and more\r\n');
  });

  it('sends HTML and attachments', async () => {
    const task =
      '  mail>: {data: "<b>hi</b>"}\n  subject: s\n  to: a@example.com\n  html: true\n  attach_files:\n' +
      '  - {path: data/a.csv, content_type: text/csv}\n  - {path: b.bin, filename: c.bin}\n';
    const finished = await run(task, {}, { 'data/a.csv': 'x,y\n', 'b.bin': '\u0000\u0001' });
    expect(finished.errors).toEqual([]);
    const text = server.mails[0]?.text ?? '';
    expect(headersOf(server.mails[0])['content-type']).toMatch(/^multipart\/mixed;/);
    expect(text).toMatch(/Content-Type: text\/html; charset=utf-8[\s\S]*<b>hi<\/b>/);
    expect(text).toMatch(/Content-Type: text\/csv; name=a\.csv[\s\S]*eCx5Cg==/);
    expect(text).toMatch(/Content-Type: application\/octet-stream; name=c\.bin[\s\S]*AAE=/);
  });

  it("takes the server of Digdag's configuration as a whole, and never with the task's secrets", async () => {
    const system = new Map([
      ['config.mail.host', '127.0.0.1'],
      ['config.mail.port', String(server.port)],
      ['config.mail.from', 'system@example.com'],
      ['config.mail.subject', 'of the system'],
    ]);
    const finished = await run('  mail>: {data: x}\n  to: [a@example.com]\n', { section: '{}', system });
    expect(finished.errors).toEqual([]);
    expect(server.mails[0]).toMatchObject({ from: 'system@example.com', login: undefined });
    expect(headersOf(server.mails[0]).subject).toBe('of the system');
  });

  it('encrypts with STARTTLS, and never goes on with a server whose certificate nobody vouches for', async () => {
    const section = `{host: 127.0.0.1, port: ${encrypting.port}, from: digdag@example.com}`;
    const finished = await run('  mail>: {data: x}\n  subject: s\n  to: [a@example.com]\n', { section });
    expect(errorOf(finished)).toBe('Could not convert socket to TLS (messaging)');
    const plain = await run('  mail>: {data: x}\n  subject: s\n  to: [a@example.com]\n  tls: false\n', { section });
    expect(plain.errors).toEqual([]);
    expect(encrypting.mails.map(({ encrypted }) => encrypted)).toEqual([false]);
  });

  it("says in Digdag's words what is missing or refused", async () => {
    const rest = 'subject: s\n  to: [a@example.com]';
    const messages = [];
    for (const [task, options] of [
      [`mail>: nope.txt\n  ${rest}`, {}],
      ['mail>: {data: x}\n  to: [a@example.com]', {}],
      ['mail>: {data: x}\n  subject: s', {}],
      ['mail>: {data: x}\n  subject: s\n  to: [a@example.com]\n  cc: b@example.com', {}],
      [`mail>: {data: x}\n  ${rest}`, { section: '{}' }],
      [`mail>: {data: x}\n  ${rest}`, { section: '{host: 127.0.0.1}' }],
      [`mail>: {data: x}\n  ${rest}`, { section: '{host: 127.0.0.1, port: 1, from: a@b}' }],
      ['mail>: {data: x}\n  subject: s\n  to: ["a b@example.com"]', {}],
      ['mail>: {data: x}\n  subject: s\n  to: ["a@example.com, b@example.com"]', {}],
      ['mail>: {data: x}\n  subject: s\n  to: [no@example.com]', {}],
      [`mail>: {data: x}\n  ${rest}\n  from: bad@example.com`, {}],
      [
        `mail>: {data: x}\n  ${rest}`,
        {
          secrets: new Map([
            ['mail.username', 'me'],
            ['mail.password', 'wrong'],
          ]),
        },
      ],
      [`mail>: {data: x}\n  ${rest}\n  attach_files: [{path: nope.csv}]`, {}],
    ] as const) {
      const finished = await run(`  ${task}\n`, options);
      messages.push(
        errorOf(finished)
          ?.replaceAll(finished.projectDirectory, '<project>')
          .replace(/\n[\s\S]*/, ''),
      );
    }
    expect(messages).toEqual([
      'File not found: <project>/nope.txt (config)',
      "Parameter 'subject' is required but not set (config)",
      "Parameter 'to' is required but not set (config)",
      `Expected array type for key 'cc' but got "b@example.com" (string) (config)`,
      'Missing SMTP configuration',
      "Parameter 'port' is required but not set (config)",
      "Couldn't connect to host, port: 127.0.0.1, 1; timeout 10000 (mail connect)",
      'Invalid address (config)',
      'Invalid address (config)',
      'Invalid Addresses (send failed)',
      '550 5.7.1 sender refused (smtp send failed)',
      '535 5.7.8 Error: authentication failed (authentication failed)',
      'IOException while sending message (messaging)',
    ]);
    expect(server.mails).toEqual([]);
  });
});

it('takes for an address what JavaMail does', () => {
  const good = ['root', 'a@b', 'a.b+c@d.example.com', 'Ann <ann@example.com>', '"A, B" <ab@example.com>', '日@例.jp'];
  const bad = ['', 'a@', '@b', 'a..b@c', 'a@b..c', 'a b@c', 'a@b, c@d', 'a@b:c', '.a@b', 'list: a@b;'];
  expect(good.filter((text) => !parseAddress(text))).toEqual([]);
  expect(bad.filter(parseAddress)).toEqual([]);
});

/** Names in lower case, folded lines joined. */
function headersOf(mail: TakenMail | undefined): Record<string, string> {
  const head = (mail?.text.split('\r\n\r\n')[0] ?? '').replaceAll(/\r\n\s+/g, ' ');
  return Object.fromEntries(
    head
      .split('\r\n')
      .map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]),
  );
}
