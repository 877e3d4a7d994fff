import { afterEach, describe, expect, it } from 'vitest';
import type { Hover } from 'vscode-languageserver/node';
import { cursorText } from './cursor.ts';
import { TestConnection } from './testConnection.ts';

let connection: TestConnection;
afterEach(async () => {
  expect(connection.errors).toEqual([]);
  await connection.dispose();
});

async function hover(marked: string, options = {}): Promise<string | undefined> {
  connection = new TestConnection(options);
  const { text, position } = cursorText(marked);
  const uri = await connection.open('main.dig', text);
  const answer = await connection.request<Hover | null>('textDocument/hover', { textDocument: { uri }, position });
  const contents = answer?.contents;
  return typeof contents === 'object' && 'value' in contents ? contents.value : undefined;
}

describe('hover', () => {
  it('explains operators, options of a task, of schedules and of maps in them', async () => {
    expect(await hover('+a:\n  ec|ho>: x\n')).toContain('**`echo>`** Prints a text');
    expect(await hover('+a:\n  http_call>: x\n  time|out: 5\n')).toMatch(/\*\*`timeout`\*\*[\s\S]*default `30`/);
    expect(await hover('_ex|port:\n  a: b\n')).toContain('**`_export`**');
    expect(await hover('schedule:\n  da|ily>: 07:00:00\n')).toContain('**`daily>`**');
    expect(await hover('_export:\n  td:\n    eng|ine: presto\n')).toContain('`hive`');
    expect(await hover('+a:\n  _retry: {lim|it: 3}\n  sh>: x\n')).toContain('**`limit`**');
    expect(await hover('+a:\n  sh>: x\n  foreign|_key: 5\n')).toBeUndefined();
  });

  it('resolves names through exports, and says where they come from', async () => {
    const shown = await hover('_export:\n  table: t_${session_date_compact}\n+a:\n  echo>: ${ta|ble}\n');
    expect(shown).toContain('t_20260131');
    expect(shown).toContain('Exported by +main');
  });

  it('evaluates JavaScript', async () => {
    const shown = await hover(
      "timezone: Asia/Tokyo\n+a:\n  echo>: \"${moment(session_time).add(1, '|days').format('MM/DD')}\"\n",
    );
    expect(shown).toContain('02/01');
    expect(shown).toContain('For session 2026-01-31T00:00:00+09:00');
  });

  it('resolves $<name> like ${name}, and says what Digdag does', async () => {
    const shown = await hover('_export: {name: world}\n+a:\n  echo>: hello $<na|me>\n');
    expect(shown).toContain('world');
    expect(shown).toContain('Digdag does not resolve `$<name>`');
  });

  it('tells what is not known', async () => {
    expect(await hover('+a:\n  echo>: ${no|pe}\n')).toContain('nothing in this file defines `nope`');
    expect(await hover('+a:\n  loop>: 3\n  _do:\n    +b:\n      echo>: ${i|}\n')).toContain('known only when');
    expect(await hover('+a:\n  echo>: ${session_u|uid}\n')).toContain('each run has its own');
  });
});
