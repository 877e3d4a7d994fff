import { expect, it } from 'vitest';
import { CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver/node';
import { TestConnection } from './testConnection.ts';

const position = { line: 0, character: 2 };
const range = { start: position, end: position };
const options = { tabSize: 2, insertSpaces: true };

/** The requests about a document by the capability that announces them, each with what it needs besides the document. */
const requests: Readonly<Record<string, readonly (readonly [method: string, params: object])[]>> = {
  callHierarchyProvider: [['prepareCallHierarchy', { position }]],
  codeActionProvider: [['codeAction', { range, context: { diagnostics: [] } }]],
  codeLensProvider: [['codeLens', {}]],
  completionProvider: [['completion', { position }]],
  definitionProvider: [['definition', { position }]],
  documentFormattingProvider: [['formatting', { options }]],
  documentHighlightProvider: [['documentHighlight', { position }]],
  documentLinkProvider: [['documentLink', {}]],
  documentOnTypeFormattingProvider: [['onTypeFormatting', { position, ch: '\n', options }]],
  documentRangeFormattingProvider: [['rangeFormatting', { range, options }]],
  documentSymbolProvider: [['documentSymbol', {}]],
  foldingRangeProvider: [['foldingRange', {}]],
  hoverProvider: [['hover', { position }]],
  inlayHintProvider: [['inlayHint', { range }]],
  referencesProvider: [['references', { position, context: { includeDeclaration: true } }]],
  renameProvider: [
    ['prepareRename', { position }],
    ['rename', { position, newName: 'x' }],
  ],
  selectionRangeProvider: [['selectionRange', { positions: [position] }]],
  semanticTokensProvider: [
    ['semanticTokens/full', {}],
    ['semanticTokens/range', { range }],
  ],
  signatureHelpProvider: [['signatureHelp', { position }]],
};
const text = '+load:\n  echo>: ${session_date}\n+b:\n  _after: [+load]\n  call>: other\n';

/** Capabilities that are about no document. */
const others = new Set([
  'executeCommandProvider',
  'positionEncoding',
  'textDocumentSync',
  'workspace',
  'workspaceSymbolProvider',
]);

it('each request that the server announces is among them', async () => {
  const connection = new TestConnection();
  const { capabilities } = await connection.initialized;
  const announced = Object.keys(capabilities).filter((name) => !others.has(name));
  expect(Object.keys(requests).filter((name) => !announced.includes(name))).toEqual([]);
  expect(announced.filter((name) => !(name in requests))).toEqual([]);
  await connection.dispose();
});

it.each(Object.values(requests).flat())(
  '%s is cancelled, and says nothing of a text that is no more',
  async (method, params) => {
    const connection = new TestConnection();
    const uri = await connection.open('main.dig', text);
    const whole = { textDocument: { uri }, ...params };
    // what was answered once is answered out of a memory the next time: that must look at the token, too
    for (let round = 0; round < 2; round++) {
      const source = new CancellationTokenSource();
      const cancelled = connection.client.sendRequest(`textDocument/${method}`, whole, source.token);
      source.cancel();
      await expect(cancelled).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
      const stale = connection.request(`textDocument/${method}`, whole);
      const change = connection.change(uri, `${text}# ${round}\n`);
      await expect(stale).rejects.toMatchObject({ code: LSPErrorCodes.ContentModified });
      await change;
      if (round === 0) await connection.request(`textDocument/${method}`, whole);
    }
    expect(connection.errors).toEqual([]);
    await connection.dispose();
  },
);
