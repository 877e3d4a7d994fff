import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import type { ConfigMap } from '../../../core/value/value.ts';
import { OperatorError, type TaskContext } from '../operator.ts';
import { workspacePath } from '../workspace.ts';
import { csvLine } from './csv.ts';
import type { Column, Database } from './database.ts';
import { failedTo } from './failed.ts';
import { fileText, storedRow } from './values.ts';

/** How much `store_last_results` keeps (config.pg.max_store_last_results_…, config.jdbc.…). */
export interface Limits {
  readonly rows: number;
  readonly columns: number;
  readonly valueSize: number;
}

/** The first row, or an empty map, or all rows of the one statement of a query. */
export async function storedResults(
  database: Database,
  query: string,
  rows: 'first' | 'all',
  limits: Limits,
): Promise<ConfigMap | ConfigMap[]> {
  const found: ConfigMap[] = [];
  let count = 0;
  await oneResult(database, query, (values, columns) => {
    if (columns.length > limits.columns) throw tooMany('columns', columns.length, limits.columns);
    count++;
    if (rows === 'first' && count > 1) return;
    if (count > limits.rows) throw tooMany('rows', count, limits.rows);
    found.push(storedRow(values, columns, limits.valueSize));
  });
  return rows === 'all' ? found : (found[0] ?? new Map());
}

function tooMany(what: string, count: number, limit: number): OperatorError {
  return new OperatorError(`The number of result ${what} exceeded the limit: ${count} > ${limit}`);
}

/** Writes the rows into a file of the project as they come; the file is there whole or as it was before. */
export async function downloadResults(
  context: TaskContext,
  database: Database,
  query: string,
  name: string,
): Promise<void> {
  const path = workspacePath(context, name);
  const temporary = `${path}.part`;
  const file = createWriteStream(temporary);
  const failed = finished(file);
  failed.catch(() => undefined); // whoever writes, or waits at the end, gets it
  const write = async (line: string): Promise<void> => {
    if (!file.write(line)) await Promise.race([new Promise<void>((resolve) => file.once('drain', resolve)), failed]);
  };
  let headed = false;
  try {
    const columns = await oneResult(database, query, (values, of) => {
      const head = headed ? '' : header(of);
      headed = true;
      return write(head + csvLine(values.map((value, index) => fileText(value, of[index] ?? noColumn))));
    });
    if (!headed) await write(header(columns));
    file.end();
    await failed;
    await rename(temporary, path);
  } catch (error) {
    file.destroy();
    await rm(temporary, { force: true });
    throw error instanceof Error && 'syscall' in error ? ofJava(error, path) : error;
  }
}

const noColumn: Column = { name: '', type: 0 };

function header(columns: readonly Column[]): string {
  return csvLine(columns.map(({ name }) => name));
}

/** A file that cannot be written, as Java names it. */
function ofJava(error: Error & { readonly code?: string }, path: string): OperatorError {
  const kind =
    error.code === 'ENOENT' ? 'NoSuchFileException' : error.code === 'EACCES' ? 'AccessDeniedException' : undefined;
  const message = kind ? `java.nio.file.${kind}: ${path}` : error.message;
  return new OperatorError(message, { kind: 'runtime' });
}

/** Runs a query that gives one table (Statement.executeQuery): no other statement may stand in it. */
async function oneResult(
  database: Database,
  query: string,
  onRow: Parameters<Database['run']>[1],
): Promise<readonly Column[]> {
  const results = await database.run(query, onRow).catch(failedTo('execute given SELECT statement'));
  const [columns] = results;
  if (!columns) throw notOne('No results were returned by the query.');
  if (results.length > 1) throw notOne('Multiple ResultSets were returned by the query.');
  return columns;
}

function notOne(message: string): OperatorError {
  return new OperatorError(`Failed to execute given SELECT statement [${message}]`, { traced: true });
}
