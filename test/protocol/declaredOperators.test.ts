import { afterEach, expect, it } from 'vitest';
import type { CompletionItem, Hover } from 'vscode-languageserver/node';
import { TestConnection, uriOf } from './testConnection.ts';

let connection: TestConnection;
afterEach(async () => {
  expect(connection.errors).toEqual([]);
  await connection.dispose();
});

const slack = JSON.stringify({
  name: 'slack',
  summary: 'Posts a message.',
  parameters: [{ name: 'color', type: ['string'], meaning: 'Colour of the bar.', enum: ['good', 'danger'] }],
});
const workflow = '+a:\n  slack>: x\n  color: good\n';
const at = (line: number, character: number) => ({
  textDocument: { uri: uriOf('main.dig') },
  position: { line, character },
});

it('operators that the project describes are offered, explained and known', async () => {
  connection = new TestConnection({ files: { '.digkit/operators/slack.json': slack } });
  const uri = await connection.open('main.dig', `${workflow}+b:\n  \n`);
  expect(await connection.diagnostics(uri)).toMatchObject([{ code: 'top-level-null' }]);
  const hover = await connection.request<Hover | null>('textDocument/hover', at(1, 4));
  expect(JSON.stringify(hover)).toContain('Posts a message.');
  expect(JSON.stringify(await connection.request('textDocument/hover', at(2, 4)))).toContain('Colour of the bar.');
  const keys = await connection.request<CompletionItem[]>('textDocument/completion', at(4, 2));
  expect(keys.map(({ label }) => label)).toContain('slack>');
  const values = await connection.request<CompletionItem[]>('textDocument/completion', at(2, 9));
  expect(values.map(({ label }) => label)).toEqual(['good', 'danger']);
});

it('a change of the description counts at once, and a broken one is told in its own file', async () => {
  const files: Record<string, string> = { '.digkit/operators/slack.json': '{}' };
  connection = new TestConnection({ files });
  const uri = await connection.open('main.dig', workflow);
  await connection.until(() => connection.published.find((one) => one.uri === uriOf('.digkit/operators/slack.json')));
  expect(await connection.diagnostics(uri)).toMatchObject([{ code: 'unknown-operator' }]);
  files['.digkit/operators/slack.json'] = slack;
  const before = connection.published.length;
  await connection.filesChanged(2, '.digkit/operators/slack.json');
  const after = await connection.until(() => connection.published.slice(before).findLast((one) => one.uri === uri));
  expect(after.diagnostics).toEqual([]);
});

it('operators of Treasure Data are offered where the workflows run there, and those that it refuses are not', async () => {
  connection = new TestConnection({ settings: { target: 'treasure-data' } });
  await connection.open('main.dig', '+a:\n  \n');
  const keys = await connection.request<CompletionItem[]>('textDocument/completion', at(1, 2));
  const labels = keys.map(({ label }) => label);
  expect(labels).toEqual(expect.arrayContaining(['snowflake>', 's3_copy>', 'td>']));
  expect(labels).not.toContain('sh>');
});
