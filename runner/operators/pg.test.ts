import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PostgresServer, postgresPrograms, startPostgres } from '../../test/support/postgres.ts';
import { type Finished, runDig } from '../../test/support/runDig.ts';
import type { RunOptions } from '../options.ts';

interface Given extends Partial<RunOptions> {
  readonly user?: string;
  readonly database?: string;
  readonly export?: string;
  readonly signal?: AbortSignal;
}

// A machine without PostgreSQL may skip these; CI may not.
describe.skipIf(postgresPrograms === undefined && !process.env.CI)("pg> on a PostgreSQL server of Debian's", () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres(postgresPrograms ?? '/usr/lib/postgresql');
  }, 60_000);
  afterAll(() => server?.stop());

  /** Runs tasks that find the server in their exports. */
  function run(
    tasks: string,
    { user = 'etl', database = 'app', export: more = '', signal, ...options }: Given = {},
    files: Readonly<Record<string, string>> = {},
  ): Promise<Finished> {
    const section = `{host: 127.0.0.1, port: ${server.port}, database: ${database}, user: ${user}${more}}`;
    const secrets = new Map([
      ['pg.password', 'p4ss'],
      ['pg.other', 'wrong'],
    ]);
    return runDig(`_export:\n  pg: ${section}\n  table: items\n${tasks}`, { secrets, ...options }, signal, files);
  }

  const errorOf = (finished: Finished): string | undefined => finished.errors[0]?.message;

  it('runs a script of a file with its expressions, once, in one transaction', async () => {
    const files = {
      'queries/make.sql': 'DROP TABLE IF EXISTS ${table};\nCREATE TABLE ${table} (id int, name text);\nSELECT 1;\n',
    };
    const fill = `+fill:\n  pg>: {data: "INSERT INTO items VALUES (1, 'one'), (2, NULL)"}\n`;
    const finished = await run(`+make:\n  pg>: queries/make.sql\n${fill}`, {}, files);
    expect(finished.errors).toEqual([]);
    expect(server.psql('SELECT * FROM items ORDER BY id')).toBe('1|one\n2|\n');
    expect(server.psql('SELECT count(*), count(completed_at) FROM __digdag_status')).toBe('2|2\n');
    const broken = await run('+broken:\n  pg>: {data: "INSERT INTO items VALUES (3, \'x\'); SELECT 1/0"}\n');
    expect(errorOf(broken)).toBe('Failed to execute given SQL script [ERROR: division by zero]');
    expect(server.psql('SELECT count(*) FROM items')).toBe('2\n');
  });

  it('stores the first row, or all', async () => {
    const query =
      "select g as id, 'n' || g as name, g * 1.5 as price, g > 1 as more, null as nothing from generate_series(1, 3) g";
    const finished = await run(
      `+first:\n  pg>: {data: "${query}"}\n  store_last_results: first\n` +
        '+show:\n  echo>: ${pg.last_results.id} ${pg.last_results.name} ${pg.last_results.price} ${pg.last_results.more}\n' +
        `+all:\n  pg>: {data: "${query}"}\n  store_last_results: all\n` +
        '+count:\n  echo>: ${pg.last_results.length} ${pg.last_results[2].name}\n' +
        '+none:\n  pg>: {data: "select 1 where false"}\n  store_last_results: true\n',
    );
    expect(finished.errors).toEqual([]);
    expect(finished.output).toBe('1 n1 1.5 false\n3 n3\n');
    const stored = finished.tasks.map(({ task, stored: value }) => [task.name, value]);
    expect(stored).toContainEqual(['+main+none', { pg: { last_results: {} } }]);
    expect(JSON.stringify(finished.tasks.find(({ task }) => task.name === '+main+first')?.stored)).toBe(
      '{"pg":{"last_results":{"price":1.5,"more":false,"nothing":null,"name":"n1","id":1}}}',
    );
  });

  it('stores values as Java has them', async () => {
    const values = [
      "'2026-01-02 03:04:05.678+09'::timestamptz as moment",
      "'a'::char(3) as padded",
      "'\\x00ff'::bytea as bytes",
      '9007199254740993::bigint as big',
      '10::numeric as ten',
      '7.00::numeric as seven',
      '\'{"a": 1}\'::jsonb as json',
      "'12:34:56.7'::time as clock",
      "'6a2f41a3-c54c-fce8-32d2-0324e1c32e22'::uuid as uuid",
    ];
    const finished = await run(
      `+a:\n  pg>:\n    data: |\n      select ${values.join(', ')}\n  store_last_results: first\n`,
    );
    expect(finished.errors).toEqual([]);
    expect(finished.tasks[1]?.stored).toEqual({
      pg: {
        last_results: {
          moment: Date.parse('2026-01-01T18:04:05.678Z'),
          padded: 'a  ',
          bytes: 'AP8=',
          big: 9007199254740992,
          ten: 10,
          seven: 7,
          json: { type: 'jsonb', value: '{"a": 1}', null: false },
          clock: '12:34:56',
          uuid: '6a2f41a3-c54c-fce8-32d2-0324e1c32e22',
        },
      },
    });
  });

  it('refuses more than Digdag keeps', async () => {
    const store = (query: string, rows = 'all'): Promise<Finished> =>
      run(`+a:\n  pg>: {data: "${query}"}\n  store_last_results: ${rows}\n`);
    expect(errorOf(await store('select * from generate_series(1, 8193)'))).toBe(
      'The number of result rows exceeded the limit: 8193 > 8192',
    );
    expect(errorOf(await store("select repeat('x', 257)", 'first'))).toBe(
      'The size of result value exceeded the limit: 257 > 256',
    );
    expect(errorOf(await store('select array[1]'))).toContain('cannot be stored');
    expect(errorOf(await store('select 1; select 2'))).toBe(
      'Failed to execute given SELECT statement [Multiple ResultSets were returned by the query.]',
    );
    expect(errorOf(await store('create temp table t (x int)'))).toBe(
      'Failed to execute given SELECT statement [No results were returned by the query.]',
    );
  });

  it('writes a file of the project as CSV, without holding the rows', async () => {
    const query =
      "select g, case when g = 1 then 'a \"quoted\", text' when g = 2 then '' end as text, now() > now() as no from generate_series(1, 100000) g";
    const finished = await run(`+a:\n  pg>:\n    data: |\n      ${query}\n  download_file: out.csv\n`);
    expect(finished.errors).toEqual([]);
    const lines = readFileSync(join(finished.projectDirectory, 'out.csv'), 'utf8').split('\r\n');
    expect(lines.slice(0, 4)).toEqual(['g,text,no', '1,"a ""quoted"", text",false', '2,"",false', '3,,false']);
    expect(lines.length).toBe(100_002);
    const empty = await run('+a:\n  pg>: {data: "select 1 as x where false"}\n  download_file: out.csv\n');
    expect(readFileSync(join(empty.projectDirectory, 'out.csv'), 'utf8')).toBe('x\r\n');
    const failed = await run('+a:\n  pg>: {data: select 1}\n  download_file: no/out.csv\n');
    expect(errorOf(failed)).toBe(`${failed.projectDirectory}/no/out.csv (runtime)`);
    const broken = await run(
      '+a:\n  pg>: {data: "select 1/(3-g) from generate_series(1, 3) g"}\n  download_file: out.csv\n',
    );
    expect(errorOf(broken)).toBe('Failed to execute given SELECT statement [ERROR: division by zero]');
    expect(readdirSync(broken.projectDirectory)).toEqual(['main.dig']);
  });

  it('makes and fills tables, in another schema too', async () => {
    const finished = await run(
      '+a:\n  pg>: {data: "select 1 as x"}\n  create_table: other.made\n' +
        '+b:\n  pg>: {data: "select 2"}\n  insert_into: other.made\n  strict_transaction: false\n' +
        '+c:\n  pg>: {data: "insert into made values (3)"}\n  schema: other\n  status_table: notes\n  status_table_schema: other\n',
    );
    expect(finished.errors).toEqual([]);
    expect(server.psql('SELECT x FROM other.made ORDER BY x')).toBe('1\n2\n3\n');
    expect(server.psql('SELECT count(*) FROM other.notes')).toBe('1\n');
    const two = await run('+a:\n  pg>: {data: "select 1; select 2"}\n  insert_into: other.made\n');
    expect(errorOf(two)).toBe('Failed to execute an update statement [A result was returned when none was expected.]');
    expect(server.psql('SELECT count(*) FROM other.made')).toBe('3\n');
  });

  it('retries, and does not repeat what was committed', async () => {
    server.psql('CREATE TABLE once (x int); GRANT ALL ON once TO PUBLIC');
    const finished = await run(
      '+a:\n  pg>: {data: "insert into once values (1); select 1 / (select count(*) - 1 from once)"}\n  _retry: 1\n',
    );
    expect(errorOf(finished)).toContain('division by zero');
    expect(finished.events.filter(({ type }) => type === 'task-retried')).toHaveLength(1);
    expect(server.psql('SELECT count(*) FROM once')).toBe('0\n');
  });

  it('encrypts where it can or must, and says why it cannot connect', async () => {
    const one =
      '+a:\n  pg>: {data: "select ssl from pg_stat_ssl where pid = pg_backend_pid()"}\n  store_last_results: first\n+b:\n  echo>: ${pg.last_results.ssl}\n';
    const outputs = [];
    for (const user of ['etl', 'trusted', 'encrypted', 'plain']) outputs.push((await run(one, { user })).output);
    expect(outputs).toEqual(['true\n', 'true\n', 'true\n', 'false\n']);
    const messages = [];
    const attempts = [
      { user: 'plain', export: ', ssl: true' },
      { export: ', password_override: other' },
      { export: ', password_override: nope' },
      { database: 'nope' },
      { secrets: new Map<string, string>() },
      { secrets: new Map([['pg.port', '1']]) },
      { export: ', connect_timeout: soon' },
    ];
    for (const attempt of attempts) messages.push(errorOf(await run(one, attempt)));
    expect(messages).toEqual([
      expect.stringContaining('Failed to connect to the database [FATAL: no pg_hba.conf entry for host "127.0.0.1"'),
      'Failed to connect to the database [FATAL: password authentication failed for user "etl"]',
      "Secret not found for key: 'nope' (secret not found)",
      'Failed to connect to the database [FATAL: database "nope" does not exist]',
      'Failed to connect to the database [The server requested password-based authentication, but no password was provided.]',
      expect.stringContaining('Connection to 127.0.0.1:1 refused. Check that the hostname and port are correct'),
      `Expected class io.digdag.util.DurationParam for key 'connect_timeout' but got "soon" (string) (config)`,
    ]);
  });

  it('refuses what does not go together, and what is missing', async () => {
    const messages = [];
    for (const [options, command] of [
      ['insert_into: a\n  create_table: b', '{data: select 1}'],
      ['insert_into: a\n  download_file: b', '{data: select 1}'],
      ['insert_into: a\n  store_last_results: all', '{data: select 1}'],
      ['download_file: a\n  store_last_results: all', '{data: select 1}'],
      ['store_last_results: some', '{data: select 1}'],
      ['x: 1', 'nope.sql'],
      ['x: 1', '../up.sql'],
      ['x: 1', 'bad.sql'],
    ]) {
      const finished = await run(`+a:\n  pg>: ${command}\n  ${options}\n`, {}, { 'bad.sql': 'select ${nope}' });
      messages.push(errorOf(finished)?.replaceAll(finished.projectDirectory, '<project>'));
    }
    expect(messages).toEqual([
      "Can't use both of insert_into and create_table (config)",
      "Can't use download_file with insert_into or create_table (config)",
      "Can't use store_last_results with insert_into or create_table (config)",
      "Can't use both download_file and store_last_results at once (config)",
      `Expected class io.digdag.standards.operator.jdbc.StoreLastResultsOption for key 'store_last_results' but got "some" (string) (config)`,
      'File not found: <project>/nope.sql (config)',
      'File name must not be outside of project path (<project>): ../up.sql: ../up.sql (config)',
      'Failed to evaluate a variable select ${nope} (ReferenceError: nope is not defined) in bad.sql (config)',
    ]);
  });

  it('ends a query on the server when the run is stopped, and gives up a silent one', async () => {
    const stopper = new AbortController();
    const sleeping =
      "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(60)%' AND state = 'active' AND pid <> pg_backend_pid()";
    const finished = run('+a:\n  pg>: {data: select pg_sleep(60)}\n', { signal: stopper.signal });
    await expect.poll(() => server.psql(sleeping), { timeout: 10_000 }).toBe('1\n');
    stopper.abort();
    expect((await finished).canceled).toBe(true);
    await expect.poll(() => server.psql(sleeping), { timeout: 10_000 }).toBe('0\n');
    const silent = await run('+a:\n  pg>: {data: select pg_sleep(5)}\n', { export: ', socket_timeout: 1s' });
    expect(errorOf(silent)).toBe(
      'Failed to execute given SQL script [An I/O error occurred while sending to the backend.]',
    );
  });
});
