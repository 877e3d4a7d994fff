import { afterEach, describe, expect, it } from 'vitest';
import type { SignatureHelp } from 'vscode-languageserver/node';
import { type Documentation, documentationRequest } from '../../server/protocol.ts';
import { cursorText } from './cursor.ts';
import { TestConnection, type TestOptions } from './testConnection.ts';

let connection: TestConnection;
afterEach(async () => {
  expect(connection.errors).toEqual([]);
  await connection.dispose();
});

async function ask<R>(method: string, marked: string, options: TestOptions = {}): Promise<R> {
  connection = new TestConnection(options);
  const { text, position } = cursorText(marked);
  const uri = await connection.open('main.dig', text);
  return connection.request<R>(method, { textDocument: { uri }, position });
}

describe('documentation', () => {
  it.each([
    ['an operator', '+a:\n  ht|tp>: x\n', 'http>', '`store_content`'],
    ['its indentation', '+a:\n|  http>: x\n', 'http>', '### Options'],
    ['its value', '+a:\n  http>: https://|\n', 'http>', '### Options'],
    ['an empty line of its task', '+a:\n  http>: x\n  |\n', 'http>', '`http.authorization`'],
    ['an option', '+a:\n  http>: x\n  time|out: 5\n', 'timeout', 'default `30`'],
    ['half of an option', '+a:\n  http>: x\n  ti|\n', 'http>', 'Options'],
    ['an option of tasks', '+a:\n  _retry: |\n', '_retry', '`interval`'],
    ['a scheduler', 'schedule:\n  daily>: |\n', 'daily>', 'HH:MM:SS'],
    ['a method', '+a:\n  echo>: ${moment().ad|d(1)}\n', 'add', 'add(amount, unit)'],
    ['brackets', '+a: {http>: x, method: |}\n', 'method', 'GET'],
    ['a text that is no YAML', '+x: [\n+a:\n  http>: |\n', 'http>', 'Options'],
  ])('of %s', async (_, marked, title, part) => {
    const found = await ask<Documentation | null>(documentationRequest, marked);
    expect(found?.title).toBe(title);
    expect(found?.markdown).toContain(part);
  });

  it('is nothing where nothing is known', async () => {
    expect(await ask(documentationRequest, '# he|llo\n')).toBeNull();
    await connection.dispose();
    expect(await ask(documentationRequest, '|\n')).toBeNull();
  });

  it('is in the language of the client', async () => {
    const translations = { 'Prints a text to the console and to the task log.': 'テキストを出力します。' };
    const options = { translations, initializationOptions: { translations: '/l10n/bundle.l10n.ja.json' } };
    const found = await ask<Documentation | null>(documentationRequest, '+a:\n  echo>: |\n', options);
    expect(found?.markdown).toContain('テキストを出力します。');
  });
});

describe('signature help', () => {
  it('tells the arguments of a call, also in half-typed text', async () => {
    const help = await ask<SignatureHelp>('textDocument/signatureHelp', '+a:\n  echo>: ${moment().add(1, |\n');
    expect(help).toMatchObject({ signatures: [{ label: 'add(amount, unit)' }], activeParameter: 1 });
  });

  it('tells what an operator needs', async () => {
    const help = await ask<SignatureHelp>('textDocument/signatureHelp', '+a:\n  mail>: |\n');
    expect(help.signatures[0]?.label).toMatch(/^mail>: .*subject/);
  });

  it('is nothing elsewhere', async () => {
    expect(await ask('textDocument/signatureHelp', '+a:\n  td>: q\n  engine: |\n')).toBeNull();
  });
});
