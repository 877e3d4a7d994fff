import { afterEach, beforeEach, expect, it } from 'vitest';
import type { TextEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { TestConnection } from './testConnection.ts';

const options = { tabSize: 2, insertSpaces: true };
let connection: TestConnection;
beforeEach(() => {
  connection = new TestConnection();
});
afterEach(async () => {
  expect(connection.errors).toEqual([]);
  await connection.dispose();
});

async function formatted(text: string, line?: number): Promise<string> {
  const uri = await connection.open('main.dig', text);
  const params = { textDocument: { uri }, options };
  const range = { start: { line: line ?? 0, character: 0 }, end: { line: line ?? 0, character: 1 } };
  const edits =
    line === undefined
      ? await connection.request<TextEdit[]>('textDocument/formatting', params)
      : await connection.request<TextEdit[]>('textDocument/rangeFormatting', { ...params, range });
  return TextDocument.applyEdits(TextDocument.create(uri, 'digdag', 1, text), edits);
}

it('formats a document', async () => {
  expect(await formatted('+a:\n    echo>:  x  \n\n\n\n+b:\n    # y\n    echo>: z')).toBe(
    '+a:\n  echo>: x\n\n\n+b:\n  # y\n  echo>: z\n',
  );
});

it('formats a range', async () => {
  expect(await formatted('a:   1\nb:   2\n', 1)).toBe('a:   1\nb: 2\n');
});

it('leaves a half-typed text as it is', async () => {
  expect(await formatted('+a:\n    echo>:  x\n  sh')).toBe('+a:\n    echo>:  x\n  sh');
});

it('follows the width of the editor, and indents the line that Enter makes', async () => {
  const wide = { tabSize: 4, insertSpaces: true };
  const uri = await connection.open('main.dig', '+a:\n  sh>: |\n\n');
  const textDocument = { uri };
  const formatted = await connection.request<TextEdit[]>('textDocument/formatting', { textDocument, options: wide });
  expect(formatted[0]).toMatchObject({ newText: '    ' });
  const position = { line: 2, character: 0 };
  const typed = { textDocument, position, ch: '\n', options: wide };
  expect(await connection.request('textDocument/onTypeFormatting', typed)).toMatchObject([{ newText: '      ' }]);
});
