import { afterEach, describe, expect, it } from 'vitest';
import type { Hover } from 'vscode-languageserver/node';
import {
  type SessionParams,
  type SessionsResult,
  sessionNotification,
  sessionsRequest,
} from '../../server/protocol.ts';
import { TestConnection, type TestOptions } from './testConnection.ts';

let connection: TestConnection;
afterEach(async () => {
  expect(connection.errors).toEqual([]);
  await connection.dispose();
});

const text = "timezone: Asia/Tokyo\nschedule:\n  daily>: 07:00:00\n+a:\n  echo>: '${session_local_time} ${n}'\n";

async function open(options: TestOptions = {}, dig = text): Promise<string> {
  connection = new TestConnection(options);
  return connection.open('main.dig', dig);
}

function choose(session: SessionParams): Promise<void> {
  return connection.client.sendNotification(sessionNotification, session);
}

async function hover(uri: string, line: number, character: number): Promise<string> {
  const position = { line, character };
  const answer = await connection.request<Hover | null>('textDocument/hover', { textDocument: { uri }, position });
  return JSON.stringify(answer?.contents);
}

describe('the session that values are shown for', () => {
  it.each([
    [null, '2026-01-31 00:00:00'],
    ['now', '2026-01-31 21:00:00'],
    ['daily', '2026-01-31 00:00:00'],
    ['schedule', '2026-01-31 00:00:00'],
    ['next_schedule', '2026-02-01 00:00:00'],
    ['2020-02-29', '2020-02-29 00:00:00'],
    ['2020-02-29 01:02:03', '2020-02-29 01:02:03'],
    ['2020-02-29T00:00:00+00:00', '2020-02-29 09:00:00'],
  ])('is %s on the clocks of the file', async (sessionTime, shown) => {
    const uri = await open();
    await choose({ sessionTime });
    expect(await hover(uri, 4, 15)).toContain(shown);
  });

  it('is the one that a run with --session last would resume', async () => {
    const files = { '.digdag/status/20251224T000000+0900/+main+a.yml': '' };
    const uri = await open({ files });
    await choose({ sessionTime: 'last' });
    expect(await hover(uri, 4, 15)).toContain('2025-12-24 00:00:00');
  });

  it('is that of the folder around the file', async () => {
    const uri = await open();
    const folders = { 'file:///project': { sessionTime: '2020-01-01' }, 'file:///pro': { sessionTime: '2021-01-01' } };
    await choose({ sessionTime: '2022-01-01', folders });
    expect(await hover(uri, 4, 15)).toContain('2020-01-01');
  });

  it('says where it is not the chosen one', async () => {
    const uri = await open({}, "+a:\n  echo>: '${session_local_time}'\n");
    await choose({ sessionTime: 'schedule' });
    const shown = await hover(uri, 1, 15);
    expect(shown).toContain('2026-01-31 00:00:00');
    expect(shown).toContain('schedule is not set to this workflow');
  });

  it('has the parameters of its file, with their types, and named ones over them', async () => {
    const dig = '+a:\n  echo>: ${n + 1}\n+b:\n  echo>: ${m.x}\n';
    const uri = await open({ files: { 'prod.yml': 'n: 1\nm: {x: file}\n' } }, dig);
    await choose({ sessionTime: null, paramsFile: 'file:///project/prod.yml', params: { 'm.x': 'named' } });
    const shown = await hover(uri, 1, 12);
    expect(shown).toContain('text\\n2\\n');
    expect(shown).toContain('with prod.yml');
    expect(await hover(uri, 3, 12)).toContain('named');
  });

  it('says why a file of parameters does not count, and takes it when it is there', async () => {
    const files: Record<string, string> = {};
    const uri = await open({ files }, '+a:\n  echo>: ${n}\n');
    await choose({ sessionTime: null, paramsFile: 'file:///project/prod.yml' });
    expect(await hover(uri, 1, 12)).toContain('prod.yml does not count');
    const refreshes = connection.hintRefreshes;
    files['prod.yml'] = 'n: 5\n';
    await connection.filesChanged(1, 'prod.yml');
    expect(await hover(uri, 1, 12)).toContain('text\\n5\\n');
    expect(connection.hintRefreshes).toBe(refreshes + 1);
  });
});

describe('digkit/sessions', () => {
  it('tells what can be chosen for a file', async () => {
    const uri = await open();
    expect(await connection.request<SessionsResult>(sessionsRequest, { uri })).toEqual({
      zone: 'Asia/Tokyo',
      shown: '2026-01-31T00:00:00+09:00',
      problem: null,
      now: '2026-01-31T21:00:00+09:00',
      today: '2026-01-31T00:00:00+09:00',
      last: '2026-01-31T00:00:00+09:00',
      upcoming: [1, 2, 3, 4, 5].map((day) => ({
        time: `2026-02-0${day}T00:00:00+09:00`,
        runTime: `2026-02-0${day}T07:00:00+09:00`,
      })),
    });
  });

  it('knows files without a schedule, and no files that are not open', async () => {
    const uri = await open({}, '+a:\n  echo>: x\n');
    expect(await connection.request(sessionsRequest, { uri })).toMatchObject({ zone: 'UTC', last: null, upcoming: [] });
    expect(await connection.request(sessionsRequest, { uri: 'file:///project/other.dig' })).toBeNull();
  });

  it('ends where a schedule never fires', async () => {
    const uri = await open({}, "schedule:\n  cron>: '0 0 30 2 *'\n+a:\n  echo>: x\n");
    expect(await connection.request(sessionsRequest, { uri })).toMatchObject({ last: null, upcoming: [] });
  });
});
