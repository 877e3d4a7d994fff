import { afterEach, describe, expect, it } from 'vitest';
import type { Location, WorkspaceEdit } from 'vscode-languageserver/node';
import { cursorText } from './cursor.ts';
import { TestConnection } from './testConnection.ts';

let connection: TestConnection;
afterEach(async () => {
  expect(connection.errors).toEqual([]);
  await connection.dispose();
});

interface Asked {
  readonly textDocument: { readonly uri: string };
  readonly position: { readonly line: number; readonly character: number };
}

/** Opens the file that has the cursor in it; the others lie on the disk. */
async function open(
  marked: Readonly<Record<string, string>>,
): Promise<Asked & { readonly files: Record<string, string> }> {
  const files: Record<string, string> = {};
  let asked: (Asked & { name: string }) | undefined;
  for (const [name, text] of Object.entries(marked)) {
    const cursor = /(?<!\|)\|(?!\|)/.test(text) ? cursorText(text) : undefined;
    files[name] = cursor?.text ?? text;
    if (cursor) asked = { name, position: cursor.position, textDocument: { uri: `file:///project/${name}` } };
  }
  if (!asked) throw new Error('no cursor');
  connection = new TestConnection({ files });
  await connection.open(asked.name, files[asked.name] ?? '', asked.name.endsWith('.dig') ? 'digdag' : 'sql');
  return { ...asked, files };
}

/** All files after the renaming, those that changed only; or what is said against it. */
async function renamed(marked: Readonly<Record<string, string>>, newName: string): Promise<unknown> {
  const { files, textDocument, position } = await open(marked);
  try {
    const edit = await connection.request<WorkspaceEdit>('textDocument/rename', { textDocument, position, newName });
    return Object.fromEntries(
      Object.entries(edit.changes ?? {}).map(([uri, edits]) => {
        const name = uri.replace('file:///project/', '');
        const lines = (files[name] ?? '').split('\n');
        const later = edits.toSorted(
          ({ range: { start: a } }, { range: { start: b } }) => b.line - a.line || b.character - a.character,
        );
        for (const { range, newText } of later) {
          const line = lines[range.start.line] ?? '';
          lines[range.start.line] = line.slice(0, range.start.character) + newText + line.slice(range.end.character);
        }
        return [name, lines.join('\n')];
      }),
    );
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const python = `import digdag

def count(session_time):
    rows = 5
    digdag.env.store({'rows': rows})
`;

describe('rename over the files of a project', () => {
  it('reaches the SQL that a task runs, from either side', async () => {
    const main = (name: string) =>
      `_export: {${name}: x}\n+a:\n  td>: q/a.sql\n+b:\n  _export: {t: own}\n  td>: q/b.sql\n`;
    const sql = (name: string) => `select * from \${${name}} -- \${${name}.length}\n`;
    const expected = { 'main.dig': main('source'), 'q/a.sql': sql('source') };
    const others = { 'q/b.sql': sql('t') };
    expect(await renamed({ ...others, 'main.dig': main('|t'), 'q/a.sql': sql('t') }, 'source')).toEqual(expected);
    await connection.dispose();
    const cursor = sql('t').replace('${t}', '${t|}');
    expect(await renamed({ ...others, 'main.dig': main('t'), 'q/a.sql': cursor }, 'source')).toEqual(expected);
  });

  it('reaches what code stores, and all that read it', async () => {
    const main = (name: string) =>
      `+a:\n  py>: tasks.count\n+b:\n  echo>: \${${name} + 1}\n+c:\n  td>: q.sql\n+d:\n  call>: sub/child\n`;
    const files = (name: string) => ({
      'main.dig': main(name),
      'q.sql': `select \${${name}}\n`,
      'sub/child.dig': `+e:\n  echo>: \${${name}}\n`,
      'tasks.py': python.replace("'rows'", `'${name}'`),
    });
    const cursor = { ...files('rows'), 'main.dig': main('rows').replace('${rows', '${ro|ws') };
    expect(await renamed(cursor, 'found')).toEqual(files('found'));
  });

  it('reaches called workflows', async () => {
    const files = (name: string) => ({
      'main.dig': `_export: {${name}: 1}\n+a:\n  call>: child\n`,
      'child.dig': `+c:\n  echo>: \${${name}}\n`,
    });
    const main = { 'main.dig': files('given')['main.dig'].replace('{given', '{|given') };
    expect(await renamed({ ...files('given'), ...main }, 'handed')).toEqual(files('handed'));
  });

  it('stops where others give the same name to a called workflow', async () => {
    const files = {
      'main.dig': '_export: {|given: 1}\n+a:\n  call>: child\n',
      'other.dig': '_export: {given: 2}\n+a:\n  call>: child\n',
      'child.dig': '+c:\n  echo>: ${given}\n',
    };
    expect(await renamed(files, 'handed')).toContain('child.dig has given from several callers');
  });

  it('stops where code reads the variable', async () => {
    const shell = '_export: {|table: x}\n+a:\n  sh>: echo $table\n';
    expect(await renamed({ 'main.dig': shell }, 'y')).toContain('reads table as an environment variable');
    await connection.dispose();
    const main = '_export: {|table: x}\n+a:\n  py>: tasks.count\n';
    const asArgument = 'def count(table):\n    pass\n';
    expect(await renamed({ 'main.dig': main, 'tasks.py': asArgument }, 'y')).toContain('tasks.py, which +main+a runs');
    await connection.dispose();
    const asText = "import digdag\ndef count():\n    print(digdag.env.params['table'])\n";
    expect(await renamed({ 'main.dig': main, 'tasks.py': asText }, 'y')).toContain('reads table too');
    await connection.dispose();
    const script = '_export: {|table: x}\n+a:\n  sh>: ./run.sh\n';
    expect(await renamed({ 'main.dig': script, 'run.sh': 'echo $table\n' }, 'y')).toContain('run.sh');
  });

  it('stops where a SQL file means several things', async () => {
    const main = '+a:\n  _export: {|t: x}\n  td>: q.sql\n+b:\n  _export: {t: y}\n  td>: q.sql\n';
    expect(await renamed({ 'main.dig': main, 'q.sql': 'select ${t}\n' }, 'z')).toContain('several things');
  });
});

it('finds references of what code stores', async () => {
  const { textDocument, position } = await open({
    'main.dig': '+a:\n  py>: tasks.count\n+b:\n  echo>: ${r|ows}\n+c:\n  td>: q.sql\n',
    'q.sql': 'select ${rows}\n',
    'tasks.py': python,
  });
  const params = { textDocument, position, context: { includeDeclaration: true } };
  const found = await connection.request<Location[]>('textDocument/references', params);
  expect(found.map(({ uri, range }) => `${uri.replace('file:///project/', '')}:${range.start.line}`)).toEqual([
    'tasks.py:4',
    'main.dig:3',
    'q.sql:0',
  ]);
});
