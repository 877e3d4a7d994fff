import { afterEach, describe, expect, it } from 'vitest';
import { type CompletionItem, InsertReplaceEdit } from 'vscode-languageserver/node';
import { cursorText } from './cursor.ts';
import { fullCapabilities, TestConnection, vscodeCapabilities } from './testConnection.ts';

let connection: TestConnection;
afterEach(async () => {
  expect(connection.errors).toEqual([]);
  await connection.dispose();
});

const plain = { ...fullCapabilities, textDocument: { completion: { completionItem: { snippetSupport: false } } } };

async function item(
  marked: string,
  label: string,
  capabilities: object = vscodeCapabilities,
): Promise<CompletionItem | undefined> {
  connection = new TestConnection({ capabilities, initializationOptions: { retriggers: true } });
  const { text, position } = cursorText(marked);
  const uri = await connection.open('main.dig', text);
  const all = await connection.request<CompletionItem[]>('textDocument/completion', {
    textDocument: { uri },
    position,
  });
  return all.find((one) => one.label === label);
}

describe('what completion puts in', () => {
  it('brings what an operator needs, at the column of the task', async () => {
    const loop = await item('+a:\n  +b:\n    lo|\n', 'loop>');
    expect(loop).toMatchObject({ insertTextFormat: 2, insertTextMode: 1 });
    expect(loop?.textEdit?.newText).toMatch(/^loop>: .*\n {4}_do:\n {6}\+\$\{2:name\}:\n {8}\$0$/);
  });

  it('brings the keys of a map that an operator takes', async () => {
    const range = await item('+a:\n  for_r|\n', 'for_range>');
    const needed = 'for_range>:\n    from: ${1}\n    to: ${2}\n    step: ${3}\n  _do:\n    +${4:name}:\n      $0';
    expect(range?.textEdit?.newText).toBe(needed);
    await connection.dispose();
    const each = await item('+a: {for_e|}\n', 'for_each>');
    expect(each?.textEdit?.newText).toBe('for_each>: {${1:name}: [${2}]}, _do: {+${3:name}: {$0}}');
  });

  it('stays in its brackets', async () => {
    const loop = await item('+a: {lo|}\n', 'loop>');
    expect(loop?.textEdit?.newText).toMatch(/^loop>: .*, _do: \{\+\$\{2:name\}: \{\$0\}\}$/);
  });

  it('is plain text for a client without snippets', async () => {
    const loop = await item('+a:\n  lo|\n', 'loop>', plain);
    expect(loop).toMatchObject({ textEdit: { newText: 'loop>: ' } });
    expect(loop?.insertTextFormat).toBeUndefined();
  });

  it('keeps or replaces the rest of a word', async () => {
    const engine = await item('+a:\n  td>: q\n  engine: pr|es\n', 'presto');
    const edit = engine?.textEdit;
    expect(edit && InsertReplaceEdit.is(edit) && [edit.insert.end.character, edit.replace.end.character]).toEqual([
      12, 14,
    ]);
    expect(edit && InsertReplaceEdit.is(edit) && edit.insert.start.character).toBe(10);
  });

  it('keeps a colon that is there, a sign that was typed and quotes', async () => {
    expect((await item('+a:\n  _par|: true\n', '_parallel'))?.textEdit?.newText).toBe('_parallel');
    await connection.dispose();
    const quoted = await item('+a:\n  "ec|"\n', 'echo>');
    expect(quoted?.filterText).toBe('"echo>');
  });

  it('quotes what YAML would take for something else', async () => {
    expect((await item('schedule:\n  cron>: |\n', '*/15 * * * *'))?.textEdit?.newText).toBe('"*/15 * * * *"');
    await connection.dispose();
    expect((await item('schedule:\n  cron>: "|"\n', '*/15 * * * *'))?.textEdit?.newText).toBe('*/15 * * * *');
  });

  it('asks for values right behind a key that has some', async () => {
    expect((await item('+a:\n  td>: q\n  en|\n', 'engine'))?.command?.command).toBe('editor.action.triggerSuggest');
  });

  it('documents an item when it is asked', async () => {
    const echo = await item('+a:\n  ec|\n', 'echo>');
    expect(echo?.documentation).toBeUndefined();
    const resolved = await connection.request<CompletionItem>('completionItem/resolve', echo ?? {});
    expect(JSON.stringify(resolved.documentation)).toContain('docs.digdag.io/operators/echo.html');
  });
});
