import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  CancellationTokenSource,
  type SymbolInformation,
} from 'vscode-languageserver/node';
import { cursorText } from './cursor.ts';
import { TestConnection } from './testConnection.ts';

let connection: TestConnection;
beforeEach(() => {
  connection = new TestConnection({
    files: {
      'child.dig': '+c:\n  call>: deep/leaf\n',
      'deep/leaf.dig': '+last_one:\n  echo>: x\n',
      'other.dig': '+o:\n  require>: child\n+p:\n  td>: q.sql\n',
      'main.dig': '',
      'q.sql': 'select 1',
    },
  });
});
afterEach(async () => {
  expect(connection.errors).toEqual([]);
  await connection.dispose();
});

describe('workspace symbols', () => {
  const symbols = (query: string) => connection.request<SymbolInformation[]>('workspace/symbol', { query });

  it('are the workflows and tasks of all folders, also of those that are open', async () => {
    await connection.open('other.dig', '+typed_now:\n  echo>: x\n');
    const shown = (await symbols('')).map(({ name, containerName }) => [name, containerName]);
    expect(shown).toEqual([
      ['child', undefined],
      ['+c', '+child'],
      ['main', undefined],
      ['other', undefined],
      ['+typed_now', '+other'],
      ['deep/leaf', undefined],
      ['+last_one', '+deep/leaf'],
    ]);
  });

  it('hold the letters of the query in its order', async () => {
    await connection.initialized;
    const [found, ...more] = await symbols('LONE');
    expect(found).toMatchObject({ name: '+last_one', location: { uri: 'file:///project/deep/leaf.dig' } });
    expect(more).toEqual([]);
    expect(await symbols('enol')).toEqual([]);
  });

  it('are none when they are no longer wanted', async () => {
    await connection.initialized;
    const source = new CancellationTokenSource();
    const answer = connection.client.sendRequest<SymbolInformation[]>('workspace/symbol', { query: '' }, source.token);
    source.cancel();
    expect(await answer.catch(() => [])).toEqual([]);
  });
});

describe('call hierarchy', () => {
  async function item(marked: string): Promise<CallHierarchyItem> {
    const { text, position } = cursorText(marked);
    const uri = await connection.open('main.dig', text);
    const params = { textDocument: { uri }, position };
    const [found] = await connection.request<CallHierarchyItem[]>('textDocument/prepareCallHierarchy', params);
    if (!found) throw new Error('no item');
    return found;
  }

  it('shows who calls and requires the workflow at the cursor', async () => {
    const child = await item('+a:\n  call>: ch|ild\n+b:\n  call>: child\n');
    expect(child).toMatchObject({ name: 'child', uri: 'file:///project/child.dig' });
    const calls = await connection.request<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', { item: child });
    expect(calls.map(({ from, fromRanges }) => [from.name, fromRanges.map(({ start }) => start.line)])).toEqual([
      ['main', [1, 3]],
      ['other', [1]],
    ]);
  });

  it('shows what a workflow calls, and the file itself where none is named', async () => {
    const main = await item('+a:\n  ec|ho>: x\n+b:\n  call>: child\n');
    expect(main.name).toBe('main');
    const outgoing = (of: CallHierarchyItem) =>
      connection.request<CallHierarchyOutgoingCall[]>('callHierarchy/outgoingCalls', { item: of });
    const [child, ...more] = await outgoing(main);
    expect([child?.to.name, child?.fromRanges.map(({ start }) => start.line), more]).toEqual(['child', [3], []]);
    expect(child && (await outgoing(child.to)).map(({ to }) => to.name)).toEqual(['deep/leaf']);
  });
});
