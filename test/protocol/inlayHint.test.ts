import { afterEach, describe, expect, it } from 'vitest';
import { CancellationTokenSource, type InlayHint, LSPErrorCodes } from 'vscode-languageserver/node';
import { sessionNotification } from '../../server/protocol.ts';
import { TestConnection } from './testConnection.ts';

let connection: TestConnection;
afterEach(async () => {
  expect(connection.errors).toEqual([]);
  await connection.dispose();
});

const text = `_export:
  day: \${session_date_compact}
  long: ${'x'.repeat(50)}
+a:
  echo>: "\${session_date} \${day} \${long}"
+b:
  loop>: 3
  _do:
    echo>: \${i} \${nothing} \${session_uuid} \${moment(session_time).format('MM')}
`;

const whole = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };

async function hints(inlayHints: string | undefined, range = whole): Promise<string[]> {
  connection = new TestConnection({ settings: { inlayHints } });
  const uri = await connection.open('main.dig', text);
  return ask(uri, range);
}

async function ask(uri: string, range = whole): Promise<string[]> {
  const found = await connection.request<InlayHint[]>('textDocument/inlayHint', { textDocument: { uri }, range });
  return found.map(({ position, label }) => `${position.line}:${position.character} ${label}`);
}

describe('inlay hints', () => {
  it('are off until they are asked for', async () => {
    expect(await hints(undefined)).toEqual([]);
  });

  it('show what the session alone decides', async () => {
    expect(await hints('session')).toEqual([
      '1:30 = 20260131',
      '4:25 = 2026-01-31',
      expect.stringMatching(/^8:\d+ = 01$/),
    ]);
  });

  it('show all that is known before a run, cut to what fits into a line', async () => {
    const found = await hints('on');
    expect(found).toContain('4:32 = 20260131');
    const uri = 'file:///project/main.dig';
    const all = await connection.request<InlayHint[]>('textDocument/inlayHint', {
      textDocument: { uri },
      range: whole,
    });
    expect(all.find(({ label }) => String(label).endsWith('…'))?.tooltip).toBe('x'.repeat(50));
    expect(found).toContain(`4:40 = ${'x'.repeat(40)}…`);
    expect(found.filter((hint) => hint.startsWith('8:'))).toHaveLength(1);
  });

  it('are those of the part that is shown, and of the session that is chosen', async () => {
    const part = { start: { line: 4, character: 0 }, end: { line: 5, character: 0 } };
    expect(await hints('session', part)).toEqual(['4:25 = 2026-01-31']);
    await connection.client.sendNotification(sessionNotification, { sessionTime: '2020-02-03T00:00:00+00:00' });
    const uri = await connection.open('other.dig', text);
    expect(await ask(uri, part)).toEqual(['4:25 = 2020-02-03']);
    expect(connection.hintRefreshes).toBe(1);
  });

  it('are cancelled, and not told of a text of before', async () => {
    connection = new TestConnection({ settings: { inlayHints: 'on' } });
    const uri = await connection.open('main.dig', text);
    const source = new CancellationTokenSource();
    const params = { textDocument: { uri }, range: whole };
    const answer = connection.client.sendRequest('textDocument/inlayHint', params, source.token);
    source.cancel();
    await expect(answer).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
    const stale = ask(uri);
    const change = connection.change(uri, '+a:\n  echo>: x\n');
    await expect(stale).rejects.toMatchObject({ code: LSPErrorCodes.ContentModified });
    await change;
  });
});
