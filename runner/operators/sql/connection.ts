import { parseDuration } from '../../../core/value/duration.ts';
import { getOptionalText, unexpected } from '../../../core/value/typed.ts';
import { orThrow } from '../config.ts';
import { configError, OperatorError } from '../operator.ts';
import { missingSecret, type Settings } from '../settings.ts';
import type { ConnectionSettings } from './database.ts';
import { intOr } from './values.ts';

/** PgConnectionConfig.configure */
export function connectionSettings(settings: Settings, signal: AbortSignal): ConnectionSettings {
  const { params } = settings;
  return {
    host: settings.text('host'),
    port: settings.secretInteger('port') ?? intOr(params, 'port', 5432),
    user: settings.text('user'),
    password: passwordOf(settings),
    database: settings.text('database'),
    ssl: settings.boolean('ssl', false),
    connectTimeout: seconds(settings, 'connect_timeout', 30),
    socketTimeout: seconds(settings, 'socket_timeout', 1800),
    schema: settings.secret('schema') ?? orThrow(getOptionalText(params, 'schema')),
    signal,
  };
}

/** `password_override` names another secret of the section, which must be there. */
function passwordOf(settings: Settings): string | undefined {
  const key = orThrow(getOptionalText(settings.params, 'password_override'));
  if (key === undefined) return settings.secret('password');
  const password = settings.secret(key);
  if (password === undefined) throw missingSecret(key);
  return password;
}

function seconds(settings: Settings, key: string, fallback: number): number {
  const secret = settings.secret(key);
  if (secret === undefined) return durationOr(settings, key, fallback);
  const parsed = parseDuration(secret);
  if (parsed === undefined) throw new OperatorError('Invalid duration', { kind: 'date time parse' });
  return parsed;
}

/** A duration among the parameters, in seconds. */
export function durationOr({ params }: Settings, key: string, fallback: number): number {
  const value = params.get(key) ?? null;
  if (value === null) return fallback;
  const parsed = typeof value === 'string' ? parseDuration(value) : undefined;
  if (parsed === undefined) throw configError(unexpected('class io.digdag.util.DurationParam', key, value).message);
  return parsed;
}
