import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  CancellationTokenSource,
  type CompletionItem,
  createProtocolConnection,
  type Diagnostic,
  type Hover,
  LSPErrorCodes,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { builtProgram } from '../support/builtProgram.ts';

const outdir = builtProgram();

describe.each([
  ['dist/server.js', ['server.js', '--stdio']],
  ['digkit lsp', ['cli.js', 'lsp']],
])('%s over standard input and output', (_, [file = '', ...args]) => {
  it('tells its findings, evaluates in its sandbox, and ends when it is asked to', async () => {
    const { client, exited } = start(join(outdir, file), args);
    const published = new Promise<Diagnostic[]>((resolve) => {
      client.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) =>
        resolve(params.diagnostics),
      );
    });
    const folder = await begin(client);
    const uri = `${folder}/main.dig`;
    const text = '+a:\n  echo>: ${[1, 2].length + 40}\n  sh>: x\n';
    await client.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'digdag', version: 1, text },
    });
    expect((await published).map(({ code }) => code)).toContain('two-operators');
    const position = { line: 1, character: 15 };
    const hover = await client.sendRequest<Hover>('textDocument/hover', { textDocument: { uri }, position });
    expect(JSON.stringify(hover.contents)).toContain('42');
    await end(client);
    expect(await exited).toBe(0);
  }, 30_000);

  it('answers what is typed while an expression has no end, and lets go of it where nobody waits', async () => {
    const { client, exited } = start(join(outdir, file), args);
    const uri = `${await begin(client)}/main.dig`;
    const text = '+a:\n  echo>: ${(function () { for (;;); })()}\n+b:\n  \n';
    await client.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'digdag', version: 1, text },
    });
    const answered: string[] = [];
    const position = { line: 1, character: 15 };
    const token = new CancellationTokenSource();
    const hover = client
      .sendRequest('textDocument/hover', { textDocument: { uri }, position }, token.token)
      .catch(({ code }: { code: number }) => code)
      .finally(() => answered.push('hover'));
    const params = { textDocument: { uri }, position: { line: 3, character: 2 } };
    const offered = await client.sendRequest<CompletionItem[]>('textDocument/completion', params);
    answered.push('completion');
    expect(offered.some(({ label }) => label.startsWith('echo>'))).toBe(true);
    token.cancel();
    expect(await hover).toBe(LSPErrorCodes.RequestCancelled);
    expect(answered).toEqual(['completion', 'hover']);
    await end(client);
    expect(await exited).toBe(0);
  }, 30_000);
});

function start(file: string, args: readonly string[]) {
  const server = spawn(process.execPath, [file, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = new Promise<number | null>((resolve) => server.once('exit', resolve));
  const client = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  return { client, exited };
}

/** @returns the URI of the workspace's folder */
async function begin(client: ProtocolConnection): Promise<string> {
  client.listen();
  const folder = pathToFileURL(outdir).href;
  await client.sendRequest('initialize', { processId: process.pid, rootUri: folder, capabilities: {} });
  await client.sendNotification('initialized', {});
  return folder;
}

async function end(client: ProtocolConnection): Promise<void> {
  await client.sendRequest('shutdown');
  await client.sendNotification('exit');
}
