import type { ConnectionSettings, SqlFailure } from '../operators/sql/database.ts';

// Errors in the words of the JDBC driver that Digdag has (PostgreSQL JDBC 42).

export function failure(message: string, sqlState: string | undefined): SqlFailure {
  return Object.assign(new Error(message), { sqlState });
}

/** What the server says of a statement (ServerErrorMessage.toString), or that the connection broke. */
export function asFailure(error: unknown): SqlFailure {
  if (isFailure(error)) return error;
  const { message, severity, code, ...parts } = error as ServerError;
  if (severity === undefined) return failure('An I/O error occurred while sending to the backend.', '08006');
  const lines = [`${severity}: ${message}`];
  for (const name of ['detail', 'hint', 'position', 'where'] as const) {
    const text = parts[name];
    if (text) lines.push(`  ${name[0]?.toUpperCase()}${name.slice(1)}: ${text}`);
  }
  return failure(lines.join('\n'), code);
}

/** Why there is no connection. */
export function connectFailure(error: unknown, { host, port }: ConnectionSettings): SqlFailure {
  if (isFailure(error)) return error;
  const { severity, code, message } = error as ServerError;
  if (severity !== undefined) return asFailure(error);
  if (code === 'ECONNREFUSED') {
    const advice =
      'Check that the hostname and port are correct and that the postmaster is accepting TCP/IP connections.';
    return failure(`Connection to ${host}:${port} refused. ${advice}`, '08001');
  }
  if (message === 'The server does not support SSL connections') {
    return failure('The server does not support SSL.', '08006');
  }
  return failure('The connection attempt failed.', '08001');
}

/** The members of a `DatabaseError` of `pg`; of an error of the network only the message and a code of the system. */
interface ServerError extends Error {
  readonly severity?: string;
  readonly code?: string;
  readonly detail?: string;
  readonly hint?: string;
  readonly position?: string;
  readonly where?: string;
}

function isFailure(error: unknown): error is SqlFailure {
  return error instanceof Error && 'sqlState' in error;
}
