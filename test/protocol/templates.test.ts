import { afterEach, describe, expect, it } from 'vitest';
import type { CodeAction, CompletionItem, DocumentHighlight, Hover, Location } from 'vscode-languageserver/node';
import { cursorText } from './cursor.ts';
import { TestConnection, uriOf } from './testConnection.ts';

const main = `_export:
  table: access_\${session_date_compact}
+load:
  td>: queries/load.sql
  limit: 10
+count:
  _export: {table: counts}
  td>: queries/load.sql
+own:
  _export: {rows: 5}
  td>: queries/own.sql
`;

let connection: TestConnection;
afterEach(async () => {
  expect(connection.errors).toEqual([]);
  await connection.dispose();
});

/** A SQL file of the project, open with a cursor in it; the workflows are on the disk only. */
async function openSql(name: string, marked: string, files: Readonly<Record<string, string>> = { 'main.dig': main }) {
  const { text, position } = cursorText(marked);
  connection = new TestConnection({ files: { ...files, [name]: text } });
  const uri = await connection.open(name, text, 'sql');
  return { textDocument: { uri }, position, uri };
}

async function hover(name: string, marked: string, files?: Readonly<Record<string, string>>): Promise<string | null> {
  const { textDocument, position } = await openSql(name, marked, files);
  const answer = await connection.request<Hover | null>('textDocument/hover', { textDocument, position });
  return answer && typeof answer.contents === 'object' && 'value' in answer.contents ? answer.contents.value : null;
}

describe('SQL files that tasks run', () => {
  it('show the value of an expression in the task, its own keys included', async () => {
    const shown = await hover('queries/own.sql', 'select 1 limit ${ro|ws}\n');
    expect(shown).toContain('```text\n5\n```');
    expect(shown).toContain('Exported by [+main+own]');
  });

  it('tell what a caller gives to the task', async () => {
    const shown = await hover('queries/own.sql', 'select ${re|gion}\n', {
      'main.dig': '+each:\n  _export: {region: eu}\n  call>: part\n',
      'part.dig': '+own:\n  td>: queries/own.sql\n',
    });
    expect(shown).toContain('```text\neu\n```');
    expect(shown).toMatch(/\[\+main\+each\]\(file:\/\/\/project\/main\.dig#L2\)/);
  });

  it('show it for each task that runs the file', async () => {
    const shown = await hover('queries/load.sql', 'select * from ${ta|ble} limit ${limit}\n');
    expect(shown).toMatch(/\*\*\+main\+load\*\*[\s\S]*access_20260131[\s\S]*\*\*\+main\+count\*\*[\s\S]*counts/);
  });

  it('say nothing where no task runs them, and nothing of the SQL itself', async () => {
    expect(await hover('other.sql', 'select ${ta|ble}\n')).toBeNull();
    await connection.dispose();
    expect(await hover('queries/own.sql', 'sel|ect ${rows}\n')).toBeNull();
    const { uri } = await openSql('queries/own.sql', 'select ${rows}|\n+a:\n  two: "\n');
    expect(await connection.diagnostics(uri)).toEqual([]);
    const symbols = await connection.request('textDocument/documentSymbol', { textDocument: { uri } });
    expect(symbols).toEqual([]);
  });

  it('lead to what defines a variable', async () => {
    const { textDocument, position } = await openSql('queries/load.sql', 'select * from ${ta|ble}\n');
    const found = await connection.request<Location[]>('textDocument/definition', { textDocument, position });
    expect(found.map(({ uri, range }) => [uri, range.start.line])).toEqual([
      [uriOf('main.dig'), 1],
      [uriOf('main.dig'), 6],
    ]);
  });

  it('complete variables and their members, and nothing outside of expressions', async () => {
    const labels = async (marked: string) => {
      const { textDocument, position } = await openSql('queries/load.sql', marked);
      const items = await connection.request<CompletionItem[]>('textDocument/completion', { textDocument, position });
      await connection.dispose();
      return items.map(({ label, detail }) => `${label} ${detail ?? ''}`);
    };
    const offered = await labels('select * from ${ta|}\n');
    expect(offered).toContain('limit 10');
    expect(offered.some((label) => label.startsWith('table access_'))).toBe(true);
    expect((await labels('select ${moment(session_time).|}\n')).join(' ')).toContain('format');
    expect(await labels('select ta|\n')).toEqual([]);
    expect(await labels('select ${table} ta|\n')).toEqual([]);
    connection = new TestConnection();
  });

  it('highlight a variable in the file', async () => {
    const { textDocument, position } = await openSql('queries/own.sql', 'select ${ro|ws} from t${rows + 1}\n');
    const found = await connection.request<DocumentHighlight[]>('textDocument/documentHighlight', {
      textDocument,
      position,
    });
    expect(found.map(({ range }) => range.start.character)).toEqual([9, 23]);
  });

  it('are asked for by the server, for what is to be said in them alone', async () => {
    const capabilities = { textDocument: { synchronization: { dynamicRegistration: true } } };
    connection = new TestConnection({ capabilities });
    const { capabilities: own } = await connection.initialized;
    expect(own).not.toHaveProperty('documentSelector');
    const registrations = await connection.registered('textDocument/didOpen');
    const methods = registrations.map(({ method }) => method.replace('textDocument/', '')).sort();
    expect(methods).toEqual([
      'codeAction',
      'completion',
      'definition',
      'didChange',
      'didClose',
      'didOpen',
      'documentHighlight',
      'hover',
      'references',
      'rename',
    ]);
    expect(registrations.map(({ registerOptions }) => registerOptions)).toEqual(
      registrations.map(() =>
        expect.objectContaining({ documentSelector: [{ scheme: 'file', pattern: '**/*.{sql,SQL}' }] }),
      ),
    );
  });

  it('have diagnostics and fixes, though no workflow is open', async () => {
    const { textDocument, uri } = await openSql('queries/own.sql', 'select ${rws} from ${let x}|\n');
    const diagnostics = await connection.diagnostics(uri);
    expect(diagnostics.map(({ message }) => message)).toEqual([
      expect.stringContaining('Nothing defines rws. Is rows meant?'),
      expect.stringContaining('it is not ECMAScript 5'),
    ]);
    const actions = await connection.request<CodeAction[]>('textDocument/codeAction', {
      textDocument,
      range: diagnostics[0]?.range,
      context: { diagnostics },
    });
    expect(actions.map(({ title, edit }) => [title, edit?.changes?.[uri]?.[0]?.newText])).toEqual([
      ['Change to rows', 'rows'],
    ]);
  });

  it('are checked again when the workflow changes, open or not', async () => {
    const files: Record<string, string> = { 'main.dig': main };
    const { uri } = await openSql('queries/own.sql', 'select ${rws}|\n', files);
    expect(await connection.diagnostics(uri)).toHaveLength(1);
    const workflow = await connection.open('main.dig', main);
    await connection.change(workflow, main.replace('rows', 'rws'));
    await connection.until(() => connection.published.at(-1)?.diagnostics.length === 0 || undefined);
    const last = connection.published.findLast((published) => published.uri === uri);
    expect(last?.diagnostics).toEqual([]);
  });
});
