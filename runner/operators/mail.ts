import { basename } from 'node:path';
import { asInt, asText, getBoolean, getInt, getOptionalText, getText, unexpected } from '../../core/value/typed.ts';
import { type ConfigMap, isMap, type Value } from '../../core/value/value.ts';
import type { Attachment, Mail, MailFailure, MailServer } from '../mail/mail.ts';
import { orThrow, textList, withSection } from './config.ts';
import { configError, type Operator, OperatorError, type TaskContext } from './operator.ts';
import { Settings } from './settings.ts';
import { templateCommand } from './templateCommand.ts';
import { workspacePath } from './workspace.ts';

/** mail>: sends a mail over SMTP (MailOperatorFactory). */
export const operator: Operator = {
  retries: true,
  async run(context) {
    const params = withSection(context, 'mail');
    const mail = await mailOf(context, params);
    const server = serverOf(context, params);
    const from = textOr(context, params, 'from');
    const attachments = attachmentsOf(context, params);
    const { send } = await import('../mail/main.ts');
    const failure = await send({ ...mail, from, attachments }, server, context.signal);
    if (failure) throw asError(context, failure);
    return {};
  },
};

async function mailOf(context: TaskContext, params: ConfigMap): Promise<Omit<Mail, 'from' | 'attachments'>> {
  const body = await templateCommand(context, params, 'body');
  const subject = textOr(context, params, 'subject');
  const to = textsOf(params.get('to')) ?? [orThrow(getText(params, 'to'))];
  const bcc = textList(params, 'bcc');
  const cc = textList(params, 'cc');
  const html = orThrow(getBoolean(params, 'html', false));
  return { body, subject, to, bcc, cc, html };
}

/** A parameter that Digdag's configuration may have, too. */
function textOr({ system }: TaskContext, params: ConfigMap, key: 'from' | 'subject'): string {
  const own = orThrow(getOptionalText(params, key));
  return own ?? system.get(`config.mail.${key}`) ?? orThrow(getText(params, key));
}

/** The task's own server with its own secrets, or the one of Digdag's configuration as a whole: so no password goes to another's server. */
function serverOf(context: TaskContext, params: ConfigMap): MailServer {
  const settings = new Settings(params, context.secrets, 'mail');
  const host = settings.secret('host') ?? orThrow(getOptionalText(params, 'host'));
  if (host === undefined) return systemServer(context);
  if (orThrow(getOptionalText(params, 'password')) !== undefined) {
    context.log('warn', "Unsecure 'password' parameter is deprecated.");
  }
  // Digdag reads the parameter, which must be there, also where the secret wins.
  const secretPort = settings.secretInteger('port');
  const port = orThrow(getInt(params, 'port'));
  return {
    host,
    port: secretPort ?? port,
    startTls: settings.boolean('tls', true),
    ssl: settings.boolean('ssl', false),
    username: settings.secret('username') ?? orThrow(getOptionalText(params, 'username')),
    password: settings.secret('password'),
  };
}

function systemServer({ system }: TaskContext): MailServer {
  const get = (key: string): string | undefined => system.get(`config.mail.${key}`);
  const host = get('host');
  if (host === undefined) throw new OperatorError('Missing SMTP configuration');
  const port = asInt(get('port') ?? null);
  if (port === undefined) throw configError("Parameter 'config.mail.port' is required but not set");
  return {
    host,
    port,
    startTls: get('tls') !== 'false',
    ssl: get('ssl') === 'true',
    username: get('username'),
    password: get('password'),
  };
}

function attachmentsOf(context: TaskContext, params: ConfigMap): readonly Attachment[] {
  const value = params.get('attach_files') ?? null;
  if (value === null) return [];
  if (!Array.isArray(value) || !value.every(isMap)) {
    throw configError(unexpected('array type', 'attach_files', value).message);
  }
  return value.map((file) => attachment(context, file));
}

function attachment(context: TaskContext, file: ConfigMap): Attachment {
  const name = orThrow(getText(file, 'path'));
  const filename = orThrow(getOptionalText(file, 'filename')) ?? basename(name);
  const contentType = orThrow(getOptionalText(file, 'content_type')) ?? 'application/octet-stream';
  const path = workspacePath(context, name);
  if (context.files.kind(path) === 'file') return { path, name: filename, contentType };
  const cause = `${path} (No such file or directory)`;
  throw asError(context, { message: 'IOException while sending message', kind: 'messaging', cause });
}

/** The task's error holds the first message only; what lies behind it is in the log (TaskExecutionException). */
function asError({ log }: TaskContext, { message, kind, cause }: MailFailure): OperatorError {
  if (kind === 'config') return configError(message);
  if (cause !== undefined) log('error', cause.trimEnd());
  return new OperatorError(`${message.trimEnd()} (${kind})`, { traced: true });
}

/** The texts of a list; undefined where it is none, or has a list or a map in it. */
function textsOf(value: Value | undefined): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const texts = value.map((item) => (item === null ? 'null' : asText(item)));
  return texts.every((text) => text !== undefined) ? texts : undefined;
}
