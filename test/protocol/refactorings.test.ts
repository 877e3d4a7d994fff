import { afterEach, describe, expect, it } from 'vitest';
import {
  CancellationTokenSource,
  type CodeAction,
  LSPErrorCodes,
  type TextDocumentEdit,
} from 'vscode-languageserver/node';
import { fullCapabilities, TestConnection, uriOf } from './testConnection.ts';

let connection: TestConnection;
afterEach(async () => {
  expect(connection.errors).toEqual([]);
  await connection.dispose();
});

const resolves = {
  workspace: {
    ...fullCapabilities.workspace,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const, 'rename' as const] },
  },
  textDocument: { codeAction: { resolveSupport: { properties: ['edit'] } } },
};

const text = '+a:\n  echo>: x\n+b:\n  call>: child\n';
const at = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 0 } });

async function actions(uri: string, line: number, only?: string[]): Promise<CodeAction[]> {
  const context = { diagnostics: [], ...(only && { only }) };
  return connection.request('textDocument/codeAction', { textDocument: { uri }, range: at(line), context });
}

describe('refactorings', () => {
  it('are offered without edits, which come when one is chosen', async () => {
    connection = new TestConnection({ files: { 'child.dig': '+c:\n  echo>: y\n' }, capabilities: resolves });
    const uri = await connection.open('main.dig', text);
    const offered = await actions(uri, 0, ['refactor']);
    expect(offered.map(({ title, kind, edit }) => [title, kind, edit])).toEqual([
      ['Extract to the workflow a.dig', 'refactor.extract', undefined],
      ['Put into a group', 'refactor.rewrite', undefined],
      ['Wrap in if>', 'refactor.rewrite', undefined],
      ['Wrap in for_each>', 'refactor.rewrite', undefined],
      ['Wrap in loop>', 'refactor.rewrite', undefined],
    ]);
    const { edit } = await connection.request<CodeAction>('codeAction/resolve', offered[0] ?? {});
    const [changed, create, made] = edit?.documentChanges ?? [];
    expect(create).toMatchObject({ kind: 'create', uri: uriOf('a.dig') });
    expect((made as TextDocumentEdit).edits[0]).toMatchObject({ newText: '+a:\n  echo>: x\n' });
    expect(changed).toMatchObject({ textDocument: { uri }, edits: [{ newText: '+a:\n  call>: a\n' }] });
    expect((await actions(uri, 2, ['refactor.inline'])).map(({ title }) => title)).toEqual([
      'Inline the workflow child',
    ]);
  });

  it('have their edits at once where the client cannot ask again, and make no files where it cannot', async () => {
    connection = new TestConnection({ capabilities: {} });
    const uri = await connection.open('main.dig', text);
    const offered = await actions(uri, 0, ['refactor.extract', 'refactor.rewrite']);
    expect(offered[0]).toMatchObject({ title: 'Put into a group', edit: { changes: { [uri]: [{}, {}, {}] } } });
  });

  it('change nothing in a text of before', async () => {
    connection = new TestConnection({ capabilities: resolves });
    const uri = await connection.open('main.dig', text);
    const [first] = await actions(uri, 0, ['refactor']);
    await connection.change(uri, `# new\n${text}`);
    expect((await connection.request<CodeAction>('codeAction/resolve', first ?? {})).edit).toBeUndefined();
    const stale = actions(uri, 0);
    const change = connection.change(uri, text);
    await expect(stale).rejects.toMatchObject({ code: LSPErrorCodes.ContentModified });
    await change;
    const source = new CancellationTokenSource();
    const params = { textDocument: { uri }, range: at(0), context: { diagnostics: [] } };
    const cancelled = connection.client.sendRequest('textDocument/codeAction', params, source.token);
    source.cancel();
    await expect(cancelled).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  });
});

it('fixes all that is safe when a file is saved', async () => {
  connection = new TestConnection();
  const uri = await connection.open('main.dig', 'schedule:\n  daily>: 02:00:00\n+a:\n  ehco>: x\n');
  await connection.diagnostics(uri);
  const all = await actions(uri, 0, ['source.fixAll']);
  expect(all.map(({ edit }) => edit?.changes?.[uri]?.[0]?.newText)).toEqual(['timezone: UTC\n']);
  expect(await actions(uri, 0, ['source.fixAll.digkit'])).toEqual(all);
  expect(all.every(({ kind }) => kind === 'source.fixAll.digkit')).toBe(true);
  expect(await actions(uri, 0, ['source.fixAll.eslint'])).toEqual([]);
  expect((await actions(uri, 0)).some(({ kind }) => kind?.startsWith('source'))).toBe(false);
});
