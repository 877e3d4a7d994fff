/** A connection to a database server. What fails there rejects with a SqlFailure. */
export interface Database {
  /**
   * Runs one or several statements, in one transaction unless they say otherwise. Rows are handed on as they come, and none is kept.
   * @returns for each statement in turn its columns, or undefined where it gives no rows
   */
  run(sql: string, onRow?: RowHandler): Promise<readonly (readonly Column[] | undefined)[]>;
  /** Never rejects. */
  close(): Promise<void>;
}

/** Takes the values of a row as the server writes them; what it resolves with is waited for before more is read. */
export type RowHandler = (values: readonly (string | null)[], columns: readonly Column[]) => void | Promise<void>;

export interface Column {
  readonly name: string;
  /** The oid of its type. */
  readonly type: number;
}

/** What the server, or the way to it, says: with the SQLSTATE where there is one. Made in a bundle of its own: told by its members. */
export interface SqlFailure extends Error {
  readonly sqlState: string | undefined;
}

export function isSqlFailure(error: unknown): error is SqlFailure {
  return error instanceof Error && 'sqlState' in error;
}

/** Where the server is, and who asks (PgConnectionConfig). */
export interface ConnectionSettings {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string | undefined;
  readonly database: string;
  /** Without it a connection is encrypted where the server can, as the JDBC driver does. */
  readonly ssl: boolean;
  /** Seconds; 0 waits for ever. */
  readonly connectTimeout: number;
  /** Seconds without a byte from the server; 0 waits for ever. */
  readonly socketTimeout: number;
  /** The search path. */
  readonly schema: string | undefined;
  /** Aborted when the run is stopped: the server is asked to end the query, and the connection is closed. */
  readonly signal: AbortSignal;
}
