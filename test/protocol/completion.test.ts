import { afterEach, describe, expect, it } from 'vitest';
import type { CompletionItem } from 'vscode-languageserver/node';
import { cursorText } from './cursor.ts';
import { TestConnection, type TestOptions } from './testConnection.ts';

let connection: TestConnection;
afterEach(async () => {
  expect(connection.errors).toEqual([]);
  await connection.dispose();
});

async function complete(marked: string, options: TestOptions = {}): Promise<CompletionItem[]> {
  connection = new TestConnection(options);
  const { text, position } = cursorText(marked);
  const uri = await connection.open('main.dig', text);
  return connection.request<CompletionItem[]>('textDocument/completion', { textDocument: { uri }, position });
}

async function labels(marked: string, options: TestOptions = {}): Promise<string[]> {
  return (await complete(marked, options)).map(({ label }) => label);
}

describe('completion of keys', () => {
  it('offers what may stand at the top', async () => {
    const top = await labels('timezone: UTC\n|\n+a:\n  echo>: x\n');
    expect(top).toEqual(expect.arrayContaining(['schedule', '_export', '+']));
    expect(top).not.toContain('timezone');
    expect(top).not.toContain('echo>');
  });

  it('offers operators and options in a task, with what is required', async () => {
    const items = await complete('+a:\n  |\n+b:\n  echo>: x\n');
    const call = items.find(({ label }) => label === 'http_call>');
    expect(call?.textEdit?.newText).toContain('http_call>: ${1:');
    expect(call?.insertTextFormat).toBe(2);
    expect(items.map(({ label }) => label)).toEqual(expect.arrayContaining(['_retry', '+', 'sh>']));
  });

  it('offers the parameters of the operator, without those that are there', async () => {
    const keys = await labels('+a:\n  http_call>: https://example.com\n  method: POST\n  ti|\n  timeout: 5\n');
    expect(keys).toEqual(expect.arrayContaining(['content', 'headers', '_export']));
    expect(keys).not.toContain('method');
    expect(keys).not.toContain('timeout');
    expect(keys).not.toContain('echo>');
  });

  it('works in text that is broken elsewhere, in bodies, schedules and sections', async () => {
    expect(await labels('+x: {a: [\n+a:\n  loop>: 3\n  _do:\n    +b:\n      ec|')).toContain('echo>');
    expect(await labels('schedule:\n  d|\n')).toEqual(expect.arrayContaining(['daily>', 'skip_on_overtime']));
    expect(await labels('_export:\n  td:\n    |\n')).toContain('database');
    expect(await labels('+a:\n  sh>: |||\n    foo\n    b|\n')).toEqual([]);
  });

  it('replaces the whole word, and keeps a colon that is there', async () => {
    const items = await complete('+a:\n  ec|h: x\n');
    const echo = items.find(({ label }) => label === 'echo>');
    expect(echo?.textEdit).toEqual({
      range: { start: { line: 1, character: 2 }, end: { line: 1, character: 5 } },
      newText: 'echo>',
    });
  });
});

describe('completion of values', () => {
  it('offers what an option takes', async () => {
    expect(await labels('+a:\n  td>: q.sql\n  engine: |\n')).toEqual(['presto', 'hive']);
    expect(await labels('timezone: |\n')).toContain('Asia/Tokyo');
  });

  it('offers workflows and files of the kind that the operator reads', async () => {
    const files = { 'child.dig': '+c: {echo>: x}\n', 'sub/part.dig': '', 'queries/q.sql': 'select 1' };
    expect(await labels('+a:\n  call>: |\n', { files })).toEqual(['child.dig', 'sub/part.dig']);
    expect(await labels('+a:\n  td>: |\n', { files })).toEqual(['queries/q.sql']);
    expect(await labels('+a:\n  require>: |\n', { files: { ...files, 'main.dig': '' } })).toContain('child');
  });
});

describe('completion of variables', () => {
  it('offers what is in scope, with its value, directly after the keystroke', async () => {
    const items = await complete('_export:\n  table: access\n+a:\n  sh>: load ${|');
    const table = items.find(({ label }) => label === 'table');
    expect(table?.detail).toBe('access');
    expect(items.map(({ label }) => label)).toEqual(expect.arrayContaining(['session_time', 'moment']));
  });

  it('offers members', async () => {
    expect(await labels('_export:\n  td:\n    database: raw\n+a:\n  sh>: echo ${td.|}\n')).toEqual(['database']);
  });
});
