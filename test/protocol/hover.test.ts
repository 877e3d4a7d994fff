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
    expect(shown).toContain('Exported by [+main](file:///project/main.dig#L2) · text · evaluated anew in each task');
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

  it('tells the type, and when a value is given', async () => {
    expect(await hover('_export: {n: 5}\n+a:\n  echo>: ${n|}\n')).toContain('number · as it is written');
    expect(await hover('+a:\n  echo>: ${session_d|ate}\n')).toContain('Set by Digdag · text · set before each task');
  });

  it('knows what other files define, and leads there', async () => {
    const code = 'import digdag\ndef f():\n  digdag.env.store({"n": 1})\n';
    const files = { 'code.py': code };
    expect(await hover('+p:\n  py>: code.f\n+a:\n  echo>: ${n|}\n', { files })).toMatch(
      /known only when the task runs[\s\S]*Stored by \[\+main\+p\]\(file:\/\/\/project\/code\.py#L3\)/,
    );
    const caller = '_export:\n  x: of the caller\n+c:\n  call>: main\n';
    expect(await hover('+a:\n  echo>: ${x|}\n', { files: { 'caller.dig': caller } })).toMatch(
      /of the caller[\s\S]*\(file:\/\/\/project\/caller\.dig#L2\)/,
    );
  });

  it('tells the next runs of a schedule, in the zone of the workflow', async () => {
    const text = 'timezone: Asia/Tokyo\nsche|dule:\n  daily>: 07:00:00\n+a: {echo>: x}\n';
    expect(await hover(text)).toContain('| 2026-02-05T07:00:00+09:00 | 2026-02-05T00:00:00+09:00 |');
    expect(await hover("schedule:\n  cr|on>: '0 0 30 2 *'\n+a: {echo>: x}\n")).toContain('never fires');
  });

  it('tells what is not known', async () => {
    expect(await hover('+a:\n  echo>: ${no|pe}\n')).toContain('nothing in this file defines `nope`');
    expect(await hover('+a:\n  loop>: 3\n  _do:\n    +b:\n      echo>: ${i|}\n')).toContain('known only when');
    expect(await hover('+a:\n  echo>: ${session_u|uid}\n')).toContain('each run has its own');
  });

  it('says values in words', async () => {
    const cron = await hover('timezone: Asia/Tokyo\nschedule:\n  cron>: 30 7 * * 1-|5\n+a:\n  echo>: x\n');
    expect(cron).toContain('at 07:30, on Monday, Tuesday');
    expect(cron).toContain('Runs next: 2026-02-02T07:30:00+09:00');
    expect(await hover('schedule:\n  daily>: 07:0|0:00\n')).toContain('Runs next: 2026-02-01T07:00:00+00:00');
    expect(await hover('+a:\n  s3_wait>: b/k\n  timeout: 1h 3|0m\n')).toContain('1 hour 30 minutes: 5400 seconds');
    const oneOfEach = await hover('+a:\n  s3_wait>: b/k\n  timeout: 1d 1h 1m |1s\n');
    expect(oneOfEach).toContain('1 day 1 hour 1 minute 1 second: 90061 seconds');
    expect(await hover('+a:\n  s3_wait>: b/k\n  timeout: |1s\n')).toMatch(/^1 second(?!s|:)/);
    const zone = await hover('timezone: Europe/Ber|lin\n');
    expect(zone).toContain('Now UTC+01:00: 2026-01-31T13:00:00+01:00');
    expect(zone).toContain('From 2026-03-29T03:00:00+02:00 on UTC+02:00');
    expect(await hover('+a:\n  td>: q\n  engine: pre|sto\n')).toContain('one of `presto`, `hive`');
  });

  it('says how Digdag reads what is not as it looks', async () => {
    expect(await hover('_export:\n  a: 01|0\n')).toContain('Digdag reads `8`: a number');
    expect(await hover('_export:\n  a: ye|s\n')).toContain('Digdag reads `"yes"`: a text');
    expect(await hover('_export:\n  a: 2026-01-|31\n')).toContain('a text');
    expect(await hover('_export:\n  a: 5|\n')).toBeUndefined();
    expect(await hover('_export:\n  a: "01|0"\n')).toBeUndefined();
  });

  it('tells what an alias stands for', async () => {
    const text = '+a: &t\n  echo>: x\n  _retry: 1\n+b: *|t\n';
    expect(await hover(text)).toContain('The same as at `&t`:\n\n```digdag\necho>: x\n_retry: 1\n```');
  });
});
