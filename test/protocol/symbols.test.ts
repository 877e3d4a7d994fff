import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  CancellationTokenSource,
  type DocumentHighlight,
  DocumentHighlightKind,
  type Location,
  LSPErrorCodes,
} from 'vscode-languageserver/node';
import { cursorText } from './cursor.ts';
import { TestConnection } from './testConnection.ts';

let connection: TestConnection;
beforeEach(() => {
  connection = new TestConnection({
    files: {
      'child.dig': '+c:\n  echo>: ${shared}\n',
      'other.dig': '+o:\n  call>: child\n+q:\n  td>: queries/q.sql\n',
      'third.dig': '_export:\n  !include : part.dig\n+t:\n  echo>: ${shared}\n  _retry: 1\n',
      'part.dig': 'shared: 1\n',
      'queries/q.sql': 'select 1',
    },
  });
});
afterEach(async () => {
  expect(connection.errors).toEqual([]);
  await connection.dispose();
});

const parallel = '_parallel: true\n+a:\n  echo>: x\n+b:\n  _after: [+a]\n  echo>: x\n+g:\n  +a:\n    echo>: y\n';

function shown({ uri, range: { start, end } }: Location): string {
  return `${uri.replace('file:///project/', '')}:${start.line}:${start.character}-${end.character}`;
}

describe('find references', () => {
  async function references(marked: string, name = 'main.dig', includeDeclaration = true): Promise<string[]> {
    const { text, position } = cursorText(marked);
    const uri = await connection.open(name, text);
    const params = { textDocument: { uri }, position, context: { includeDeclaration } };
    const found = await connection.request<Location[]>('textDocument/references', params);
    return found.map(shown);
  }

  it('finds the _after of a task, and not tasks of the same name elsewhere', async () => {
    expect(await references(parallel.replace('[+a]', '[+|a]'))).toEqual(['main.dig:1:0-2', 'main.dig:4:11-13']);
    expect(await references(parallel.replace('+a:', '+|a:'))).toEqual(['main.dig:1:0-2', 'main.dig:4:11-13']);
    expect(await references(parallel.replace('    echo', '    ec|ho'))).toEqual([]);
    expect(await references(parallel.replace('  +a:', '  |+a:'))).toEqual(['main.dig:7:2-4']);
  });

  it('finds the uses of an exported variable in its scope', async () => {
    const text = '_export:\n  t: x\n+a:\n  echo>: ${t} ${t + u} ${v.t}\n+b:\n  _export: {t: y}\n  echo>: "${t}"\n';
    const outer = ['main.dig:1:2-3', 'main.dig:3:11-12', 'main.dig:3:16-17'];
    expect(await references(text.replace('  t:', '  |t:'))).toEqual(outer);
    expect(await references(text.replace('${t + u}', '${|t + u}'))).toEqual(outer);
    expect(await references(text.replace('"${t}"', '"${|t}"'))).toEqual(['main.dig:5:12-13', 'main.dig:6:12-13']);
  });

  it('finds the variable that a key of the same task, or param_get>, gives', async () => {
    const own = '+a:\n  val: 1\n  sh>: echo ${val}\n';
    expect(await references(own.replace('  val', '  |val'))).toEqual(['main.dig:1:2-5', 'main.dig:2:14-17']);
    expect(await references(own.replace('sh>', 's|h>'))).toEqual([]);
    expect(await references(own.replace('${val}', 'val').replace('  val', '  |val'))).toEqual([]);
    const fetched = '+a:\n  param_get>:\n  key: got\n+b:\n  echo>: ${got}\n';
    expect(await references(fetched.replace(': got', ': |got'))).toEqual(['main.dig:2:7-10', 'main.dig:4:11-14']);
  });

  it('finds the aliases of an anchor', async () => {
    const text = '+a: &t\n  x: &other 1\n+b: *t\n+c:\n  <<: *t\n  y: &t 2\n  z: *t\n';
    const first = ['main.dig:0:5-6', 'main.dig:2:5-6', 'main.dig:4:7-8'];
    expect((await references(text.replace('&t', '&|t'))).sort()).toEqual(first);
    expect((await references(text.replace('+b: *t', '+b: *t|'))).sort()).toEqual(first);
    expect(await references(text.replace('z: *t', 'z: *|t'))).toEqual(['main.dig:5:6-7', 'main.dig:6:6-7']);
  });

  it('finds loop variables', async () => {
    const text = '+a:\n  for_each>: {color: [1, 2]}\n  _do:\n    echo>: ${color}\n';
    expect(await references(text.replace('{color:', '{col|or:'))).toEqual(['main.dig:1:14-19', 'main.dig:3:13-18']);
    const loop = '+a:\n  loop>: 3\n  _do:\n    echo>: ${|i}\n';
    expect(await references(loop)).toEqual(['main.dig:1:2-7', 'main.dig:3:13-14']);
  });

  it('finds who calls a workflow and reads a file, in the whole project', async () => {
    expect(await references('+x:\n  call>: ch|ild\n', 'main.dig', false)).toEqual([
      'main.dig:1:9-14',
      'other.dig:1:9-14',
    ]);
    expect(await references('+x:\n  td>: queries/|q.sql\n', 'main.dig', false)).toEqual([
      'main.dig:1:7-20',
      'other.dig:3:7-20',
    ]);
  });

  it('follows variables over !include', async () => {
    const expected = ['part.dig:0:0-6', 'third.dig:3:11-17'];
    expect(await references('sha|red: 1\n', 'part.dig')).toEqual(expected);
    const third = '_export:\n  !include : part.dig\n+t:\n  echo>: ${sh|ared}\n';
    expect(await references(third, 'third.dig')).toEqual(expected);
  });

  it('is cancelled, and refuses to answer for a text of before', async () => {
    const { text, position } = cursorText('+x:\n  call>: ch|ild\n');
    const uri = await connection.open('main.dig', text);
    const params = { textDocument: { uri }, position, context: { includeDeclaration: true } };
    const source = new CancellationTokenSource();
    const cancelled = connection.client.sendRequest('textDocument/references', params, source.token);
    source.cancel();
    await expect(cancelled).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
    const stale = connection.request('textDocument/references', params);
    const change = connection.change(uri, '+y:\n  echo>: x\n');
    await expect(stale).rejects.toMatchObject({ code: LSPErrorCodes.ContentModified });
    await change;
  });
});

it('highlights what is written, and what reads it', async () => {
  const { text, position } = cursorText('_export:\n  t: x\n+a:\n  echo>: ${|t}\n+b:\n  call>: child\n');
  const uri = await connection.open('main.dig', text);
  const params = { textDocument: { uri }, position };
  const found = await connection.request<DocumentHighlight[]>('textDocument/documentHighlight', params);
  expect(found.map(({ range, kind }) => [range.start.line, kind])).toEqual([
    [1, DocumentHighlightKind.Write],
    [3, DocumentHighlightKind.Read],
  ]);
});
