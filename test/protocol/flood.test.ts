import { afterEach, expect, it } from 'vitest';
import { CancellationTokenSource, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { Random } from '../support/random.ts';
import { questions } from './questions.ts';
import { TestConnection } from './testConnection.ts';

let connection: TestConnection;
afterEach(() => connection.dispose());

const allowed: ReadonlySet<number> = new Set([LSPErrorCodes.RequestCancelled, LSPErrorCodes.ContentModified]);
/** How a capability's name differs from its request's. */
const aliases: Readonly<Record<string, string>> = {
  callHierarchy: 'prepareCallHierarchy',
  documentFormatting: 'formatting',
  documentOnTypeFormatting: 'onTypeFormatting',
  documentRangeFormatting: 'rangeFormatting',
};

it('a flood of edits, requests of every kind and cancellations shows nothing stale', async () => {
  connection = new TestConnection();
  const random = new Random(7);
  const uri = await connection.open('main.dig', textOf(1));
  const requests: Promise<unknown>[] = [];
  let version = 1;
  let newest = 1;
  const stale: number[] = [];
  connection.client.onNotification('textDocument/publishDiagnostics', (params) => {
    connection.published.push(params);
    // A version may be overtaken on its way; what may not happen is that an older one comes behind a newer one.
    if (params.version < newest) stale.push(params.version);
    newest = params.version;
  });
  const kinds = Object.keys(questions);
  for (let step = 0; step < 380; step++) {
    if (random.below(3) === 0) version = await connection.change(uri, textOf(version + 1));
    else requests.push(ask(kinds[step % kinds.length] ?? '', uri, random.below(3) === 0));
    if (random.below(20) === 0) await new Promise((resolve) => setTimeout(resolve, 1));
  }
  const outcomes = await Promise.all(requests);
  expect(outcomes.filter((outcome) => outcome instanceof ResponseError && !allowed.has(outcome.code))).toEqual([]);
  expect(outcomes.some((outcome) => !(outcome instanceof ResponseError))).toBe(true);
  while (newest !== version) await new Promise((resolve) => setTimeout(resolve, 5));
  const last = connection.published.at(-1);
  expect(last?.diagnostics.map(({ code }) => code)).toEqual(
    Array.from({ length: version % 5 }, () => 'unknown-operator'),
  );
  expect(stale).toEqual([]);
  expect(connection.errors).toEqual([]);
});

it('every request about a document is among the questions of the flood', async () => {
  connection = new TestConnection();
  const { capabilities } = await connection.initialized;
  const providers = Object.keys(capabilities).flatMap((name) => /^(.*)Provider$/.exec(name)?.[1] ?? []);
  const asked = new Set(Object.keys(questions).map((name) => name.replace(/\/.*/, '')));
  expect(providers.filter((name) => name !== 'workspaceSymbol' && !asked.has(aliases[name] ?? name))).toEqual([]);
});

it('completion asked in the same tick as an edit is that of the edited text', async () => {
  connection = new TestConnection();
  const uri = await connection.open('main.dig', '_export: {target: prod}\n+a:\n  echo>: x\n');
  await connection.diagnostics(uri);
  const [, items] = await Promise.all([
    connection.change(uri, '_export: {target: prod, colour: red}\n+a:\n  echo>: ${col\n'),
    connection.request<{ label: string }[]>('textDocument/completion', {
      textDocument: { uri },
      position: { line: 2, character: '  echo>: ${col'.length },
    }),
  ]);
  expect(items.map(({ label }) => label)).toEqual(expect.arrayContaining(['target', 'colour', 'session_date']));
});

it('hover asked in the same tick as an edit is that of the edited text', async () => {
  connection = new TestConnection();
  const uri = await connection.open('main.dig', '+a:\n  echo>: ${x}\n');
  await connection.diagnostics(uri);
  const [, hover] = await Promise.all([
    connection.change(uri, '_export: {x: edited}\n+a:\n  echo>: ${x}\n'),
    connection.request<{ contents: { value: string } }>('textDocument/hover', {
      textDocument: { uri },
      position: { line: 2, character: '  echo>: ${x'.length },
    }),
  ]);
  expect(hover.contents.value).toContain('edited');
});

it('a cancelled request is answered as cancelled', async () => {
  connection = new TestConnection();
  const uri = await connection.open('main.dig', textOf(3));
  const outcome = await ask('documentSymbol', uri, true);
  expect(outcome instanceof ResponseError && outcome.code).toBe(LSPErrorCodes.RequestCancelled);
});

/** As many unknown operators as the version's remainder by five. */
function textOf(version: number): string {
  const wrong = Array.from({ length: version % 5 }, (_, index) => `+w${index}:\n  unknown_${index}>: x\n`);
  return `_export: {v: ${version}}\n+a:\n  echo>: \${v}\n${wrong.join('')}`;
}

async function ask(method: string, uri: string, cancel: boolean): Promise<unknown> {
  const source = new CancellationTokenSource();
  const params = { textDocument: { uri }, position: { line: 2, character: 11 }, ...questions[method] };
  const answer = connection.client.sendRequest(`textDocument/${method}`, params, source.token);
  if (cancel) source.cancel();
  try {
    return await answer;
  } catch (error) {
    return error;
  }
}
