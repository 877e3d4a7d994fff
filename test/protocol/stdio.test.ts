import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createProtocolConnection,
  type Diagnostic,
  type Hover,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

let outdir: string;
beforeAll(() => {
  outdir = mkdtempSync(join(tmpdir(), 'digkit-server-'));
  const script = `import { build } from './scripts/build.mjs'; await build({ outdir: ${JSON.stringify(outdir)} });`;
  execFileSync(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' });
}, 120_000);
afterAll(() => rmSync(outdir, { recursive: true, force: true }));

describe.each([
  ['dist/server.js', ['server.js', '--stdio']],
  ['digkit lsp', ['cli.js', 'lsp']],
])('%s over standard input and output', (_, [file = '', ...args]) => {
  it('tells its findings, evaluates in its sandbox, and ends when it is asked to', async () => {
    const server = spawn(process.execPath, [join(outdir, file), ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
    const exited = new Promise<number | null>((resolve) => server.once('exit', resolve));
    const client = createProtocolConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
    const published = new Promise<Diagnostic[]>((resolve) => {
      client.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) =>
        resolve(params.diagnostics),
      );
    });
    client.listen();
    const folder = pathToFileURL(outdir).href;
    await client.sendRequest('initialize', { processId: process.pid, rootUri: folder, capabilities: {} });
    await client.sendNotification('initialized', {});
    const uri = `${folder}/main.dig`;
    const text = '+a:\n  echo>: ${[1, 2].length + 40}\n  sh>: x\n';
    await client.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'digdag', version: 1, text },
    });
    expect((await published).map(({ code }) => code)).toContain('two-operators');
    const position = { line: 1, character: 15 };
    const hover = await client.sendRequest<Hover>('textDocument/hover', { textDocument: { uri }, position });
    expect(JSON.stringify(hover.contents)).toContain('42');
    await client.sendRequest('shutdown');
    await client.sendNotification('exit');
    expect(await exited).toBe(0);
  }, 30_000);
});
