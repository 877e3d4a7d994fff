import { afterEach, expect, it } from 'vitest';
import { type ResolveResult, resolveRequest, sessionNotification } from '../../server/protocol.ts';
import { TestConnection } from './testConnection.ts';

let connection: TestConnection;
afterEach(async () => {
  expect(connection.errors).toEqual([]);
  await connection.dispose();
});

it('a workflow is resolved as it is open, for the chosen session, with the places of its tasks', async () => {
  connection = new TestConnection({ files: { 'sub/x.dig': '+s:\n  echo>: ${session_date}\n' } });
  const uri = await connection.open('main.dig', '+a:\n  call>: sub/x\n');
  await connection.client.sendNotification(sessionNotification, { sessionTime: '2020-02-29' });
  const { text, tasks } = await connection.request<ResolveResult>(resolveRequest, { uri });
  expect(text).toContain('echo>: "2020-02-29"');
  const line = text.split('\n').findIndex((written) => written.trim() === '+s:');
  expect(tasks.find((task) => task.line === line)).toMatchObject({
    uri: 'file:///project/sub/x.dig',
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 2 } },
  });
});

it('a workflow that Digdag refuses says so, and a file that is none has no answer', async () => {
  connection = new TestConnection();
  const uri = await connection.open('main.dig', '+a:\n  echo>: a\n  sh>: b\n');
  const { text } = await connection.request<ResolveResult>(resolveRequest, { uri });
  expect(text).toContain("# Digdag does not accept main.dig: A task can't have more than one operator");
  const broken = await connection.open('broken.dig', '+a: : b\n');
  expect((await connection.request<ResolveResult>(resolveRequest, { uri: broken })).text).toContain('mapping values');
  expect(await connection.request(resolveRequest, { uri: 'file:///project/none.dig' })).toBeNull();
  expect(await connection.request(resolveRequest, { uri: 'untitled:x' })).toBeNull();
});
