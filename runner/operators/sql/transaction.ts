import type { TaskContext } from '../operator.ts';
import { type Database, isSqlFailure } from './database.ts';
import { failedTo } from './failed.ts';
import { type TableReference, tableName } from './table.ts';

/** The table that remembers which queries were committed, so that none is run twice (AbstractPersistentTransactionHelper). */
export interface StatusTable {
  readonly table: TableReference;
  /** Seconds that a row is kept. */
  readonly keep: number;
}

/** Another session holds the row of the same query: Digdag waits for it. */
export class LockConflict extends Error {}

/**
 * Runs a statement and notes it in the status table in one transaction; one that is noted already is not run again.
 * @param work the statement itself, within the transaction
 */
export async function exactlyOnce(
  database: Database,
  { table, keep }: StatusTable,
  queryId: string,
  work: () => Promise<void>,
  log: TaskContext['log'],
): Promise<void> {
  const name = tableName(table);
  const id = queryId.replaceAll("'", "''");
  const execute = async (purpose: string, sql: string): Promise<void> => {
    await database.run(sql).catch(failedTo(purpose));
  };
  const create = `CREATE TABLE IF NOT EXISTS ${name} (query_id text NOT NULL UNIQUE, created_at timestamptz NOT NULL, completed_at timestamptz)`;
  await execute(`create a status table ${name}.\n${hint(create)}`, create);
  for (;;) {
    await execute('begin a transaction', 'BEGIN');
    const state = await lockedState(database, name, id);
    if (state === 'done') {
      await execute('rollback a transaction', 'ROLLBACK');
      log('debug', 'Query is already completed according to status table. Skipping statement execution.');
      break;
    }
    if (state === 'open') {
      await work();
      const update = `UPDATE ${name} SET completed_at = CURRENT_TIMESTAMP WHERE query_id = '${id}'`;
      await execute('update status row', update);
      await execute('commit updated status row', 'COMMIT');
      break;
    }
    await insertRow(database, name, id);
  }
  await cleanUp(database, name, keep).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    log('warn', `Error during cleaning up status table. Ignoring. ${reason}`);
  });
}

async function lockedState(database: Database, name: string, id: string): Promise<'none' | 'open' | 'done'> {
  let state: 'none' | 'open' | 'done' = 'none';
  const sql = `SELECT completed_at FROM ${name} WHERE query_id = '${id}' FOR UPDATE NOWAIT`;
  try {
    await database.run(sql, ([completed]) => {
      state = completed === null ? 'open' : 'done';
    });
  } catch (error) {
    if (isSqlFailure(error) && error.sqlState === '55P03') throw new LockConflict();
    failedTo('lock a status row')(error);
  }
  return state;
}

async function insertRow(database: Database, name: string, id: string): Promise<void> {
  try {
    await database.run(`INSERT INTO ${name} (query_id, created_at) VALUES ('${id}', CURRENT_TIMESTAMP)`);
    await database.run('COMMIT');
  } catch (error) {
    // Another session has put the row in since.
    if (!isSqlFailure(error) || error.sqlState !== '23505') failedTo('insert a status row')(error);
    await database.run('ROLLBACK').catch(failedTo('rollback a transaction'));
  }
}

async function cleanUp(database: Database, name: string, keep: number): Promise<void> {
  const old = `SELECT query_id FROM ${name} WHERE completed_at < now() - interval '${keep}' second`;
  await database.run(`DELETE FROM ${name} WHERE query_id = ANY(${old})`);
}

function hint(create: string): string {
  return (
    "hint: if you don't have permission to create tables, please try one of these options:\n" +
    "1. add 'strict_transaction: false' option to disable exactly-once transaction control that depends on this table.\n" +
    `2. ask system administrator to create this table using the following command and grant INSERT privilege to this user: ${create};\n` +
    "3. ask system administrator to create a schema that this user can create a table and set 'status_table_schema' option to it\n"
  );
}
