import { afterEach, expect, it } from 'vitest';
import { CancellationTokenSource, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { Random } from '../support/random.ts';
import { TestConnection } from './testConnection.ts';

let connection: TestConnection;
afterEach(() => connection.dispose());

const allowed: ReadonlySet<number> = new Set([LSPErrorCodes.RequestCancelled, LSPErrorCodes.ContentModified]);
const methods = ['hover', 'completion', 'definition', 'documentSymbol', 'codeLens', 'foldingRange', 'documentLink'];

it('a flood of edits, requests and cancellations shows nothing stale', async () => {
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
  for (let step = 0; step < 400; step++) {
    if (random.below(3) === 0) version = await connection.change(uri, textOf(version + 1));
    else requests.push(ask(random.pick(methods), uri, random.below(3) === 0));
    if (random.below(20) === 0) await new Promise((resolve) => setTimeout(resolve, 1));
  }
  const outcomes = await Promise.all(requests);
  expect(outcomes.filter((outcome) => outcome instanceof ResponseError && !allowed.has(outcome.code))).toEqual([]);
  while (newest !== version) await new Promise((resolve) => setTimeout(resolve, 5));
  const last = connection.published.at(-1);
  expect(last?.diagnostics.map(({ code }) => code)).toEqual(
    Array.from({ length: version % 5 }, () => 'unknown-operator'),
  );
  expect(stale).toEqual([]);
  expect(connection.errors).toEqual([]);
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
  const params = { textDocument: { uri }, position: { line: 2, character: 11 } };
  const answer = connection.client.sendRequest(`textDocument/${method}`, params, source.token);
  if (cancel) source.cancel();
  try {
    return await answer;
  } catch (error) {
    return error;
  }
}
