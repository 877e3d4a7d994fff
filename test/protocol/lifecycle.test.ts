import { PassThrough } from 'node:stream';
import { afterEach, expect, it } from 'vitest';
import {
  createConnection,
  createProtocolConnection,
  ErrorCodes,
  type ProtocolConnection,
  ResponseError,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { startServer } from '../../server/server.ts';
import { memoryFileSystem } from '../support/memoryFileSystem.ts';
import { TestConnection } from './testConnection.ts';

let connection: TestConnection | undefined;
afterEach(() => connection?.dispose());

const textDocument = { uri: 'file:///project/main.dig' };
const position = { line: 0, character: 0 };

async function codeOf(answer: Promise<unknown>): Promise<number | undefined> {
  try {
    await answer;
    return undefined;
  } catch (error) {
    return error instanceof ResponseError ? error.code : Number.NaN;
  }
}

/** A client whose server was not initialized. */
function newClient(): ProtocolConnection {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const host = { disk: memoryFileSystem({}), now: () => 0, translations: () => ({}) };
  startServer(createConnection(toServer, toClient), host);
  const client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  client.listen();
  return client;
}

it('a request before initialize is refused as such', async () => {
  const client = newClient();
  const answer = client.sendRequest('textDocument/hover', { textDocument, position });
  expect(await codeOf(answer)).toBe(ErrorCodes.ServerNotInitialized);
  client.dispose();
});

it('a request after shutdown is invalid', async () => {
  const client = newClient();
  await client.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
  await client.sendRequest('shutdown');
  const answer = client.sendRequest('textDocument/hover', { textDocument, position });
  expect(await codeOf(answer)).toBe(ErrorCodes.InvalidRequest);
  client.dispose();
});

const malformed: readonly (readonly [method: string, params: object])[] = [
  ...[
    'codeAction',
    'completion',
    'definition',
    'documentHighlight',
    'hover',
    'inlayHint',
    'prepareCallHierarchy',
    'prepareRename',
    'rangeFormatting',
    'references',
    'rename',
    'selectionRange',
    'signatureHelp',
    'semanticTokens/range',
  ].flatMap((name) => [
    [`textDocument/${name}`, { textDocument }] as const,
    [`textDocument/${name}`, { textDocument, position: 1, range: [], positions: {}, newName: 1, context: [] }] as const,
  ]),
  ...['codeLens', 'documentLink', 'documentSymbol', 'foldingRange', 'formatting', 'semanticTokens/full'].map(
    (name) => [`textDocument/${name}`, { textDocument: 'file:///project/main.dig' }] as const,
  ),
  ['textDocument/hover', { textDocument, position: { line: -1, character: 0 } }],
  ['textDocument/hover', { textDocument, position: { line: 'x', character: 0 } }],
  ['callHierarchy/incomingCalls', {}],
  ['callHierarchy/outgoingCalls', { item: {} }],
  ['workspace/symbol', { query: 1 }],
  ['digkit/checkProject', {}],
];

it('malformed parameters are refused as such, and leave no trace in the log', async () => {
  connection = new TestConnection();
  const { client, errors } = connection;
  await connection.open('main.dig', '+a:\n  echo>: x\n');
  for (const [method, params] of malformed) {
    expect([method, await codeOf(client.sendRequest(method, params))]).toEqual([method, ErrorCodes.InvalidParams]);
  }
  expect(errors).toEqual([]);
});
