import { afterEach, expect, it } from 'vitest';
import {
  CancellationTokenSource,
  LSPErrorCodes,
  type SemanticTokens,
  type SemanticTokensLegend,
} from 'vscode-languageserver/node';
import { TestConnection } from './testConnection.ts';

let connection: TestConnection;
afterEach(async () => {
  expect(connection.errors).toEqual([]);
  await connection.dispose();
});

const text = `timezone: UTC
_export: {day: "1"}
+load:
  http>: https://example.com/\${day}/\${session_date}
  timeout: 5
  _retry: 3
  other: {+x: 1}
+own:
  mine>: \${moment(day).add(n, 'days')}
`;

/** Each token as `word type modifiers`. */
async function tokens(method: string, params: object): Promise<string[]> {
  const { capabilities } = await connection.initialized;
  const legend: SemanticTokensLegend = capabilities.semanticTokensProvider?.legend ?? {
    tokenTypes: [],
    tokenModifiers: [],
  };
  const { data } = await connection.request<SemanticTokens>(method, params);
  const lines = text.split('\n');
  const found: string[] = [];
  let [line, character] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [down = 0, right = 0, length = 0, type = 0, set = 0] = data.slice(at, at + 5);
    line += down;
    character = right + (down === 0 ? character : 0);
    const modifiers = legend.tokenModifiers.filter((_, bit) => set & (1 << bit));
    found.push([lines[line]?.slice(character, character + length), legend.tokenTypes[type], ...modifiers].join(' '));
  }
  return found;
}

it('semantic tokens tell what words mean, not how they look', async () => {
  connection = new TestConnection();
  const uri = await connection.open('main.dig', text);
  const all = await tokens('textDocument/semanticTokens/full', { textDocument: { uri } });
  expect(all).toEqual([
    'timezone keyword defaultLibrary',
    '_export keyword defaultLibrary',
    'day variable declaration',
    '+load class declaration',
    'http> function defaultLibrary',
    'day variable',
    'session_date variable defaultLibrary',
    'timeout property defaultLibrary',
    '_retry keyword defaultLibrary',
    '+own class declaration',
    'mine> function',
    'moment variable defaultLibrary',
    'day variable',
    'n variable',
  ]);
  const range = { start: { line: 4, character: 0 }, end: { line: 6, character: 0 } };
  const some = await tokens('textDocument/semanticTokens/range', { textDocument: { uri }, range });
  expect(some).toEqual(['timeout property defaultLibrary', '_retry keyword defaultLibrary']);
});

it('semantic tokens are cancelled', async () => {
  connection = new TestConnection();
  const uri = await connection.open('main.dig', text);
  const source = new CancellationTokenSource();
  const params = { textDocument: { uri } };
  const answer = connection.client.sendRequest('textDocument/semanticTokens/full', params, source.token);
  source.cancel();
  await expect(answer).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
});
