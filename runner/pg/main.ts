import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { Client, type ClientConfig, type FieldDef, Query } from 'pg';
import type { Column, ConnectionSettings, Database, RowHandler } from '../operators/sql/database.ts';
import { asFailure, connectFailure, failure } from './failure.ts';

declare module 'pg' {
  // What `pg` has, and its types leave out.
  interface Client {
    readonly processID: number;
    readonly secretKey: number;
  }
  interface Connection {
    connect(port: number, host: string): void;
    cancel(processId: number, secretKey: number): void;
  }
}

/** Connects to PostgreSQL as Digdag's JDBC driver does; rejects with a SqlFailure in that driver's words. */
export async function connect(settings: ConnectionSettings): Promise<Database> {
  try {
    return await open(settings, true);
  } catch (error) {
    if (settings.ssl || !mayBePlain(error)) throw connectFailure(error, settings);
  }
  try {
    return await open(settings, false);
  } catch (error) {
    throw connectFailure(error, settings);
  }
}

/** The server cannot encrypt, or takes this user without encryption only. */
function mayBePlain(error: unknown): boolean {
  const { message, code } = error as Error & { readonly code?: string };
  return message === 'The server does not support SSL connections' || code === '28000';
}

async function open(settings: ConnectionSettings, ssl: boolean): Promise<Database> {
  const { host, port, user, database, connectTimeout, signal } = settings;
  const config: ClientConfig = {
    host,
    port,
    user,
    database,
    // A function, or `pg` would look for a password in the environment and in ~/.pgpass.
    password: () => passwordOf(settings),
    // As Digdag's NonValidatingFactory: any certificate will do.
    ssl: ssl ? { rejectUnauthorized: false } : false,
    application_name: 'digkit',
    connectionTimeoutMillis: connectTimeout * 1000,
    keepAlive: true,
    // Values stay as the server writes them.
    types: { getTypeParser: () => (value: string) => value },
  };
  signal.throwIfAborted();
  const client = new Client(config);
  const connection = new PgDatabase(client, config, settings);
  try {
    await client.connect();
    await connection.prepare();
  } catch (error) {
    await connection.close();
    throw error;
  }
  return connection;
}

function passwordOf({ password }: ConnectionSettings): string {
  if (password !== undefined) return password;
  throw failure('The server requested password-based authentication, but no password was provided.', undefined);
}

class PgDatabase implements Database {
  readonly #stop = (): void => this.#cancel();
  #running: Query | undefined;

  constructor(
    readonly client: Client,
    readonly config: ClientConfig,
    readonly settings: ConnectionSettings,
  ) {
    // A connection that breaks is told by the query that it breaks.
    client.on('error', () => undefined);
    settings.signal.addEventListener('abort', this.#stop, { once: true });
  }

  /** What the JDBC driver sets for each session, too. */
  async prepare(): Promise<void> {
    const { socketTimeout, schema } = this.settings;
    const stream = this.client.connection.stream as Socket;
    if (socketTimeout > 0) {
      stream.setTimeout(socketTimeout * 1000, () => {
        stream.destroy(failure('An I/O error occurred while sending to the backend.', '08006'));
      });
    }
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const options: readonly (readonly [string, string])[] = [
      ['DateStyle', 'ISO'],
      ['TimeZone', zone],
      ['extra_float_digits', '3'],
      ...(schema === undefined ? [] : [['search_path', schema] as const]),
    ];
    const calls = options.map(([name, value]) => `set_config('${name}', ${this.client.escapeLiteral(value)}, false)`);
    await this.client.query(`SELECT ${calls.join(', ')}`);
  }

  run(sql: string, onRow: RowHandler = () => undefined): Promise<readonly (readonly Column[] | undefined)[]> {
    return new Promise((resolve, reject) => {
      const config = { text: sql, rowMode: 'array' };
      const query = new Query(config);
      const rows = new Rows(onRow, this.client.connection.stream);
      const fail = (error: unknown): void => {
        reject(error);
        this.#cancel();
      };
      query.on('row', (values: (string | null)[], result) => rows.take(values, result?.fields ?? [], fail));
      query.on('error', (error: Error) => {
        this.#running = undefined;
        reject(asFailure(error));
      });
      query.on('end', (result) => {
        this.#running = undefined;
        const columns = [result].flat().map(({ fields }) => (fields.length === 0 ? undefined : fields.map(toColumn)));
        rows.taken.then(() => resolve(columns), reject);
      });
      this.#running = query;
      this.client.query(query);
    });
  }

  async close(): Promise<void> {
    this.settings.signal.removeEventListener('abort', this.#stop);
    await this.client.end().catch(() => undefined); // it is closed already
  }

  #cancel(): void {
    if (this.#running) {
      const { processID, secretKey } = this.client;
      const { connection } = new Client({ ...this.config, ssl: false });
      connection.on('error', () => undefined); // the end of the connection, below, ends the query as well, only later
      connection.on('connect', () => connection.cancel(processID, secretKey));
      connection.connect(this.settings.port, this.settings.host);
    }
    void this.close();
  }
}

/** Hands rows on one by one; while one is not taken yet, the server has to wait. */
class Rows {
  #fields: readonly FieldDef[] | undefined;
  #columns: readonly Column[] = [];
  #waiting: Promise<void> | undefined;

  constructor(
    readonly onRow: RowHandler,
    readonly stream: Duplex,
  ) {}

  /** Resolves when all that came is taken. */
  get taken(): Promise<void> {
    return this.#waiting ?? Promise.resolve();
  }

  take(values: (string | null)[], fields: readonly FieldDef[], fail: (error: unknown) => void): void {
    if (this.#fields !== fields) this.#columns = fields.map(toColumn);
    this.#fields = fields;
    const columns = this.#columns;
    const hand = (): void | Promise<void> => this.onRow(values, columns);
    const taken = this.#waiting ? this.#waiting.then(hand) : attempt(hand);
    if (taken === undefined) return;
    this.stream.pause();
    const turn = taken.then(() => {
      if (this.#waiting !== turn) return;
      this.#waiting = undefined;
      this.stream.resume();
    });
    this.#waiting = turn;
    turn.catch(fail);
  }
}

function attempt(work: () => void | Promise<void>): void | Promise<void> {
  try {
    return work();
  } catch (error) {
    return Promise.reject(error);
  }
}

function toColumn({ name, dataTypeID }: FieldDef): Column {
  return { name, type: dataTypeID };
}
