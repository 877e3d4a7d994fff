import { randomUUID } from 'node:crypto';
import { asInt, getOptionalText, getTextOr } from '../../core/value/typed.ts';
import type { Value } from '../../core/value/value.ts';
import { orThrow, withSection } from './config.ts';
import { type Operator, OperatorError, pollAgain, type TaskContext, type TaskResult } from './operator.ts';
import { Settings } from './settings.ts';
import { connectionSettings, durationOr } from './sql/connection.ts';
import type { Database } from './sql/database.ts';
import { failedTo } from './sql/failed.ts';
import { type Purpose, purposeOf, strictTransaction } from './sql/options.ts';
import { downloadResults, type Limits, storedResults } from './sql/results.ts';
import { type TableReference, tableName } from './sql/table.ts';
import { exactlyOnce, LockConflict, type StatusTable } from './sql/transaction.ts';
import { templateCommand } from './templateCommand.ts';

/** pg>: runs SQL on a PostgreSQL server (AbstractJdbcJobOperator, PgOperatorFactory). */
export const operator: Operator = {
  retries: true,
  async run(context) {
    const params = withSection(context, 'pg');
    const settings = new Settings(params, context.secrets, 'pg');
    const connection = connectionSettings(settings, context.signal);
    const status = strictTransaction(params) ? statusTable(settings) : undefined;
    const query = await templateCommand(context, params, 'query');
    const purpose = purposeOf(params);
    const { connect } = await import('../pg/main.ts');
    const database = await connect(connection).catch(failedTo('connect to the database'));
    try {
      return await perform(context, database, query, purpose, status);
    } finally {
      await database.close();
    }
  },
};

async function perform(
  context: TaskContext,
  database: Database,
  query: string,
  purpose: Purpose,
  status: StatusTable | undefined,
): Promise<TaskResult> {
  switch (purpose.kind) {
    case 'download':
      await downloadResults(context, database, query, purpose.file);
      return {};
    case 'store': {
      const results = await storedResults(database, query, purpose.rows, limitsOf(context));
      return { stores: new Map([['pg', new Map<string, Value>([['last_results', results]])]]) };
    }
    default:
      await write(context, database, query, purpose, status);
      return {};
  }
}

/** A script, or a query whose rows go into a table: once, even if it is tried again, where the status table may be used. */
async function write(
  context: TaskContext,
  database: Database,
  query: string,
  purpose: Exclude<Purpose, { kind: 'download' | 'store' }>,
  status: StatusTable | undefined,
): Promise<void> {
  const work = async (): Promise<void> => {
    if (purpose.kind === 'script') {
      await database.run(query).catch(failedTo('execute given SQL script'));
      return;
    }
    const results = await database.run(statementFor(purpose, query)).catch(failedTo('execute an update statement'));
    if (!results.some((columns) => columns !== undefined)) return;
    const message = 'A result was returned when none was expected.';
    throw new OperatorError(`Failed to execute an update statement [${message}]`, { traced: true });
  };
  if (!status) return work();
  try {
    await exactlyOnce(database, status, queryId(context), work, context.log);
  } catch (error) {
    throw error instanceof LockConflict ? waitForLock(context) : error;
  }
}

function statementFor({ kind, table }: { kind: 'insert' | 'create'; table: TableReference }, query: string): string {
  const name = tableName(table);
  if (kind === 'insert') return `INSERT INTO ${name}\n${query}`;
  return `DROP TABLE IF EXISTS ${name}; CREATE TABLE ${name} AS \n${query}`;
}

/** The same for all tries of a task: so a try that was committed, although its answer was lost, is not repeated. */
function queryId({ state }: TaskContext): string {
  const known = state.get('queryId');
  if (typeof known === 'string') return known;
  const id = randomUUID();
  state.set('queryId', id);
  return id;
}

function waitForLock({ state }: TaskContext): OperatorError {
  const interval = asInt(state.get('pollInterval') ?? 1) ?? 1;
  return pollAgain(interval, new Map(state).set('pollInterval', Math.min(interval * 2, 1200)));
}

function statusTable(settings: Settings): StatusTable {
  const { params } = settings;
  const name = orThrow(getTextOr(params, 'status_table', '__digdag_status'));
  const schema = orThrow(getOptionalText(params, 'status_table_schema'));
  return { table: { schema, name }, keep: durationOr(settings, 'status_table_cleanup', 24 * 3600) };
}

function limitsOf({ system }: TaskContext): Limits {
  const limit = (name: string, fallback: number): number => {
    const of = (section: string): string | undefined => system.get(`config.${section}.max_store_last_results_${name}`);
    return asInt(of('pg') ?? of('jdbc') ?? fallback) ?? fallback;
  };
  return { rows: limit('rows', 8192), columns: limit('columns', 64), valueSize: limit('value_size', 256) };
}
